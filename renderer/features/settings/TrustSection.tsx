import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { KeyGroups } from "../../text/KeyGroups.tsx";
import { useText } from "../../text/use-text.ts";
import { CreateTrustPanel } from "./CreateTrustPanel.tsx";
import { TrustTable } from "./TrustTable.tsx";
import { WaitingEnrolment } from "./WaitingEnrolment.tsx";

/** Province: makes and keeps the list. Sender: sees which list this computer trusts. */
export function TrustSection({ isReceiver }: { readonly isReceiver: boolean }) {
  const t = useText();
  const status = useQuery(api.keys.status.queryOptions());
  const [isCreating, setCreating] = useState(false);
  const trust = status.data?.trust;
  const hasSigningKey = status.data?.keys.some(({ use }) => use === "sign") ?? false;
  return (
    <>
      <p>{t(isReceiver ? "settings.trust.leadReceiver" : "settings.trust.leadSender")}</p>
      {status.data && isReceiver && (
        <WaitingEnrolment section="trust" hasKey={hasSigningKey} hasList={trust !== null} />
      )}
      <ErrorCallout error={status.error} />
      {trust === null && isReceiver && !hasSigningKey && (
        <EmptyState
          title={t("settings.trust.needsKey.title")}
          action={
            <Link className="link-button" to="/settings/{-$section}" params={{ section: "key" }}>
              {t("settings.key.create")}
            </Link>
          }
        >
          {t("settings.trust.needsKey.lead")}
        </EmptyState>
      )}
      {trust === null && isReceiver && hasSigningKey && (
        <EmptyState
          title={t("settings.trust.noneReceiver.title")}
          action={
            <Button variant="primary" onPress={() => setCreating(true)}>
              {t("settings.trust.noneReceiver.action")}
            </Button>
          }
        >
          {t("settings.trust.noneReceiver.lead")}
        </EmptyState>
      )}
      {trust === null && !isReceiver && (
        <EmptyState
          title={t("settings.trust.noneSender.title")}
          action={
            <Link className="link-button" to="/bundles">
              {t("settings.trust.noneSender.action")}
            </Link>
          }
        >
          {t("settings.trust.noneSender.lead")}
        </EmptyState>
      )}
      {trust && (
        <>
          <KeyValue
            items={[
              {
                label: t("settings.trust.province"),
                value: trust.isOwn
                  ? `${trust.provinceName} – ${t("settings.trust.own")}`
                  : trust.provinceName,
              },
              { label: t("settings.trust.version"), value: String(trust.version) },
              {
                label: t("settings.trust.fingerprint"),
                value: (
                  <>
                    <KeyGroups code={trust.rootFingerprint} />
                    <div>
                      <small>{t("settings.trust.fingerprintHint")}</small>
                    </div>
                  </>
                ),
              },
            ]}
          />
          <h3>
            {t("settings.trust.units")} · {t("settings.trust.unitCount", { number: trust.units.length })}
          </h3>
          <TrustTable units={trust.units} />
          <Link className="link-button" to="/trust">
            {t("trust.manage")}
          </Link>
        </>
      )}
      {isCreating && <CreateTrustPanel onClose={() => setCreating(false)} />}
    </>
  );
}
