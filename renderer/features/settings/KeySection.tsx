import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { CreateKeyPanel } from "./CreateKeyPanel.tsx";
import { EnrolPanel } from "./EnrolPanel.tsx";
import { KeyId } from "./KeyId.tsx";

/** The office's signing key: made once, enrolled with the province. */
export function KeySection() {
  const t = useText();
  const status = useQuery(api.keys.status.queryOptions());
  const [panel, setPanel] = useState<"create" | "enrol" | null>(null);
  const publicKey = useMutation({
    mutationFn: async () => saveDownload(await api.keys.publicKey.call()),
  });
  const hasSigningKey = status.data?.keys.some(({ use }) => use === "sign") ?? false;
  return (
    <>
      <p>{t("settings.key.lead")}</p>
      {[status.error, publicKey.error].map(
        (error, index) =>
          error && (
            // oxlint-disable-next-line react/no-array-index-key -- two fixed places
            <Callout key={index} tone="danger">
              <ErrorWords error={error} />
            </Callout>
          ),
      )}
      {status.data && !hasSigningKey && (
        <EmptyState
          title={t("settings.key.none.title")}
          action={
            <Button variant="primary" onPress={() => setPanel("create")}>
              {t("settings.key.create")}
            </Button>
          }
        >
          {t("settings.key.none.lead")}
        </EmptyState>
      )}
      {status.data?.keys.map((key) => (
        <section key={key.keyid} className="key-card">
          <h3>{t(`settings.key.use.${key.use}`)}</h3>
          <KeyValue
            items={[
              { label: t("settings.key.keyid"), value: <KeyId hex={key.keyid} /> },
              { label: t("settings.key.createdAt"), value: printInstant(key.createdAt) },
              { label: t("settings.key.alg"), value: "Ed25519" },
            ]}
          />
        </section>
      ))}
      {hasSigningKey && (
        <div className="form-actions">
          <Button variant="primary" onPress={() => setPanel("enrol")}>
            {t("settings.key.enrol")}
          </Button>
          <Button isPending={publicKey.isPending} onPress={() => publicKey.mutate()}>
            {t("settings.key.publicKey")}
          </Button>
          <small>{t("settings.key.publicKeyHint")}</small>
        </div>
      )}
      {panel === "create" && <CreateKeyPanel onClose={() => setPanel(null)} />}
      {panel === "enrol" && <EnrolPanel onClose={() => setPanel(null)} />}
    </>
  );
}
