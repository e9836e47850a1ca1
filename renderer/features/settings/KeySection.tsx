import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { KeyView } from "../../../shared/contract/keys.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { useLeaveQuestion } from "../../components/use-leave-question.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { KeyGroups } from "../../text/KeyGroups.tsx";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { CreateKeyPanel } from "./CreateKeyPanel.tsx";
import { EnrolPanel } from "./EnrolPanel.tsx";
import { RestoreKeyPanel } from "./RestoreKeyPanel.tsx";
import { RotateKeyPanel } from "./RotateKeyPanel.tsx";
import { WaitingEnrolment } from "./WaitingEnrolment.tsx";

/** What the list says of a key that may no longer sign, and what to do. */
function Ended({ standing, reason }: Pick<KeyView, "standing" | "reason">) {
  const t = useText();
  if (standing !== "retired" && standing !== "revoked") return null;
  return (
    <Callout
      tone="danger"
      title={
        standing === "retired"
          ? t("trust.own.retiredTitle")
          : t("trust.own.revokedTitle", { reason: reason ?? "" })
      }
    >
      {t("trust.own.ended")}
    </Callout>
  );
}

/** The office's signing key: made once, enrolled with the province. A sender replaces it here, the province in the list. */
export function KeySection({ isReceiver }: { readonly isReceiver: boolean }) {
  const t = useText();
  const status = useQuery(api.keys.status.queryOptions());
  const [panel, setPanel] = useState<"create" | "enrol" | "rotate" | "restore" | null>(null);
  const { ask, question } = useLeaveQuestion();
  const publicKey = useMutation({
    mutationFn: async () => saveDownload(await api.keys.publicKey.call()),
  });
  const hasSigningKey = status.data?.keys.some(({ use }) => use === "sign") ?? false;
  return (
    <>
      <p>{t("settings.key.lead")}</p>
      {status.data && isReceiver && (
        <WaitingEnrolment section="key" hasKey={hasSigningKey} hasList={status.data.trust !== null} />
      )}
      <ErrorCallout error={status.error} />
      <ErrorCallout error={publicKey.error} />
      {status.data && !hasSigningKey && (
        <EmptyState
          title={t("settings.key.none.title")}
          action={
            <Button variant="primary" onPress={() => ask(() => setPanel("create"))}>
              {t("settings.key.create")}
            </Button>
          }
        >
          {t("settings.key.none.lead")}
        </EmptyState>
      )}
      {status.data?.keys.map((key) => (
        <section key={key.keyid} className="key-card">
          <h3>{t(key.isWaiting ? "trust.own.waiting" : `settings.key.use.${key.use}`)}</h3>
          <Ended standing={key.standing} reason={key.reason} />
          {key.isWaiting && <p>{t("trust.own.waitingLead")}</p>}
          <KeyValue
            items={[
              { label: t("settings.key.keyid"), value: <KeyGroups code={key.keyid} /> },
              { label: t("settings.key.createdAt"), value: printInstant(key.createdAt) },
              { label: t("settings.key.alg"), value: "Ed25519" },
              {
                label: t("settings.trust.columns.status"),
                value: t(`trust.own.standing.${key.standing}`),
              },
            ]}
          />
        </section>
      ))}
      {status.data?.encryption.map((key) => (
        <section key={key.keyid} className="key-card">
          <h3>{t("trust.own.encryption")}</h3>
          <KeyValue
            items={[
              { label: t("settings.key.keyid"), value: <KeyGroups code={key.recipient} /> },
              { label: t("settings.key.createdAt"), value: printInstant(key.createdAt) },
            ]}
          />
          <Link className="link-button" to="/trust/paper/$keyid" params={{ keyid: key.keyid }}>
            {t("trust.own.paper")}
          </Link>
        </section>
      ))}
      {hasSigningKey && (
        <div className="form-actions">
          <Link className="link-button" to="/trust/enrolment">
            {t("trust.own.sheet")}
          </Link>
          {!isReceiver && (
            <Button onPress={() => ask(() => setPanel("rotate"))}>{t("trust.own.rotate")}</Button>
          )}
          <Button onPress={() => ask(() => setPanel("restore"))}>{t("trust.own.restore")}</Button>
        </div>
      )}
      {hasSigningKey && (
        <div className="form-actions">
          <Button variant="primary" onPress={() => ask(() => setPanel("enrol"))}>
            {t("settings.key.enrol")}
          </Button>
          <Button isPending={publicKey.isPending} onPress={() => publicKey.mutate()}>
            {t("settings.key.publicKey")}
          </Button>
          <small>{t("settings.key.publicKeyHint")}</small>
        </div>
      )}
      {panel === "create" && <CreateKeyPanel onClose={() => setPanel(null)} />}
      {panel === "rotate" && <RotateKeyPanel onClose={() => setPanel(null)} />}
      {panel === "restore" && <RestoreKeyPanel onClose={() => setPanel(null)} />}
      {panel === "enrol" && <EnrolPanel onClose={() => setPanel(null)} />}
      {question}
    </>
  );
}
