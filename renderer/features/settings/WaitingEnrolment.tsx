import { Link } from "@tanstack/react-router";
import { keepEnrolment, useWaitingEnrolment } from "../../api/waiting-enrolment.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { useText } from "../../text/use-text.ts";

interface WaitingEnrolmentProps {
  readonly section: "key" | "trust";
  readonly hasKey: boolean;
  readonly hasList: boolean;
}

/** Why somebody is here who came with a unit's registration, what is left to do, and the way back to it. */
export function WaitingEnrolment({ section, hasKey, hasList }: WaitingEnrolmentProps) {
  const t = useText();
  const file = useWaitingEnrolment();
  if (!file) return null;
  const left = !hasKey ? "key" : hasList ? "add" : "trust";
  return (
    <Callout
      tone="info"
      title={t("settings.waiting.title", { file: file.name })}
      action={
        <div className="form-actions">
          {left === "add" && (
            <Link className="link-button" to="/trust" search={{ add: true }}>
              {t("settings.waiting.go")}
            </Link>
          )}
          {left === "trust" && section === "key" && (
            <Link className="link-button" to="/settings/{-$section}" params={{ section: "trust" }}>
              {t("settings.trust.noneReceiver.action")}
            </Link>
          )}
          <Button variant="quiet" onPress={() => keepEnrolment(null)}>
            {t("settings.waiting.drop")}
          </Button>
        </div>
      }
    >
      {t(`settings.waiting.${left}`)}
    </Callout>
  );
}
