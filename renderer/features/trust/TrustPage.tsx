import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { KeyValue } from "../../components/KeyValue.tsx";
import { useLeaveQuestion } from "../../components/use-leave-question.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { KeyGroups } from "../../text/KeyGroups.tsx";
import { printDate, printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { AddKeyPanel } from "./AddKeyPanel.tsx";
import { EndRecipientPanel, RetirePanel, RevokePanel } from "./EndKeyPanels.tsx";
import { ForgetRootPanel, RenewPanel, RotateOwnPanel, RotateRootPanel } from "./RootPanels.tsx";
import { type EndKey, UnitKeys } from "./UnitKeys.tsx";
import "./trust.css";

type Open =
  | { readonly kind: "add" | "renew" | "rotateRoot" | "rotateOwn" }
  | { readonly kind: "forget"; readonly keyid: string }
  | EndKey;

/** The trust list, as the province keeps it; a unit sees what it trusts. */
export function TrustPage() {
  const t = useText();
  const details = useQuery(api.trust.open.queryOptions());
  const { add = false } = useSearch({ from: "/trust" });
  const [open, setOpen] = useState<Open | null>(add ? { kind: "add" } : null);
  const exportList = useMutation({
    mutationFn: async () => saveDownload(await api.keys.exportTrust.call()),
  });
  const list = details.data;
  const { ask, question } = useLeaveQuestion();
  const navigate = useNavigate();
  const close = () => {
    setOpen(null);
    // A reload does not open it again.
    if (add) void navigate({ to: "/trust", search: {}, replace: true });
  };
  const error = details.error ?? exportList.error;
  return (
    <div className="page trust-page">
      <header className="page-head">
        <h1>{t("trust.title")}</h1>
        {list?.isOwn && (
          <div className="form-actions">
            <Button variant="primary" onPress={() => ask(() => setOpen({ kind: "add" }))}>
              {t("trust.act.add")}
            </Button>
            <Button onPress={() => ask(() => setOpen({ kind: "renew" }))}>{t("trust.act.renew")}</Button>
            <Button onPress={() => ask(() => setOpen({ kind: "rotateOwn" }))}>
              {t("trust.act.rotateOwn")}
            </Button>
            <Button isPending={exportList.isPending} onPress={() => exportList.mutate()}>
              {t("trust.act.export")}
            </Button>
          </div>
        )}
      </header>
      <ErrorCallout error={error} />
      {list === null && (
        <EmptyState
          title={t("trust.none.title")}
          action={
            <Link className="link-button" to="/settings/{-$section}" params={{ section: "trust" }}>
              {t("trust.none.action")}
            </Link>
          }
        >
          {t("trust.none.lead")}
        </EmptyState>
      )}
      {list && (
        <>
          <p>{t(list.isOwn ? "trust.lead" : "settings.trust.leadSender")}</p>
          <KeyValue
            items={[
              { label: t("settings.trust.province"), value: list.provinceName },
              { label: t("trust.facts.version"), value: String(list.version) },
              {
                label: t("trust.facts.review"),
                value: list.reviewAfter === null ? t("trust.facts.noReview") : printDate(list.reviewAfter),
              },
              {
                label: t("settings.trust.fingerprint"),
                value: <KeyGroups code={list.rootFingerprint} />,
              },
            ]}
          />
          <UnitKeys list={list} onEnd={(end) => ask(() => setOpen(end))} />
          <section aria-labelledby="trust-root">
            <h2 id="trust-root">{t("trust.root.title")}</h2>
            <p>
              {t("trust.root.lead", {
                threshold: list.root.threshold,
                number: list.root.keys.length,
                version: list.root.version,
              })}
            </p>
            <table className="plain-table trust-keys">
              <tbody>
                {list.root.keys.map(({ keyid, isHere }) => (
                  <tr key={keyid}>
                    <td>
                      <KeyGroups code={keyid} />
                    </td>
                    {list.isOwn && <td>{t(isHere ? "trust.root.here" : "trust.root.paper")}</td>}
                    {list.isOwn && (
                      <td>
                        {isHere && (
                          <>
                            <Link className="link-button" to="/trust/paper/$keyid" params={{ keyid }}>
                              {t("trust.root.print")}
                            </Link>
                            <Button onPress={() => ask(() => setOpen({ kind: "forget", keyid }))}>
                              {t("trust.root.forget")}
                            </Button>
                          </>
                        )}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
            {list.isOwn && (
              <Button onPress={() => ask(() => setOpen({ kind: "rotateRoot" }))}>
                {t("trust.root.rotate")}
              </Button>
            )}
          </section>
          <section aria-labelledby="trust-versions">
            <h2 id="trust-versions">{t("trust.versions.title")}</h2>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t("trust.versions.version")}</th>
                  <th scope="col">{t("trust.versions.at")}</th>
                  <th scope="col">{t("trust.versions.digest")}</th>
                </tr>
              </thead>
              <tbody>
                {list.versions.map(({ version, at, digest }) => (
                  <tr key={version}>
                    <td>{version}</td>
                    <td>{printInstant(at)}</td>
                    <td>
                      <code>{digest.slice(0, 16)}…</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {list.isOwn && open?.kind === "add" && <AddKeyPanel list={list} onClose={close} />}
          {open?.kind === "renew" && <RenewPanel list={list} onClose={close} />}
          {open?.kind === "rotateRoot" && <RotateRootPanel list={list} onClose={close} />}
          {open?.kind === "rotateOwn" && <RotateOwnPanel list={list} onClose={close} />}
          {open?.kind === "forget" && <ForgetRootPanel keyid={open.keyid} onClose={close} />}
          {open?.kind === "retire" && <RetirePanel list={list} {...open} onClose={close} />}
          {open?.kind === "revoke" && <RevokePanel list={list} {...open} onClose={close} />}
          {open?.kind === "endRecipient" && <EndRecipientPanel list={list} {...open} onClose={close} />}
          {question}
        </>
      )}
    </div>
  );
}
