import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

const CHECKS = ["integrity", "references", "audit", "submissions", "settings", "backups"] as const;

export function DoctorSection() {
  const t = useText();
  // Reads the whole file: only when asked.
  const report = useQuery(api.office.doctor.queryOptions({ enabled: false, staleTime: 0 }));
  const nameOf = (name: string) => {
    const known = CHECKS.find((candidate) => candidate === name);
    return known ? t(`settings.doctor.names.${known}`) : name;
  };
  const noteOf = (name: string) => {
    if (name !== "backups") return "";
    const at = report.data?.lastBackupAt;
    return at ? t("settings.doctor.lastBackup", { at: printInstant(at) }) : t("settings.doctor.noBackup");
  };
  const failed = report.data?.checks.filter(({ ok }) => !ok).length ?? 0;
  return (
    <>
      <p>{t("settings.doctor.lead")}</p>
      <div className="form-actions">
        <Button variant="primary" isPending={report.isFetching} onPress={() => void report.refetch()}>
          {t(report.isFetching ? "settings.doctor.running" : "settings.doctor.run")}
        </Button>
      </div>
      <ErrorCallout error={report.error} />
      {report.data && (
        <>
          {failed === 0 ? (
            <Callout tone="success">{t("settings.doctor.ok")}</Callout>
          ) : (
            <Callout tone="danger" title={t("settings.doctor.notOk", { number: failed })}>
              {t("settings.doctor.notOkNext")}
            </Callout>
          )}
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("settings.doctor.check")}</th>
                <th scope="col">{t("settings.doctor.result")}</th>
                <th scope="col">{t("settings.doctor.detail")}</th>
              </tr>
            </thead>
            <tbody>
              {report.data.checks.map((check) => (
                <tr key={check.name}>
                  <th scope="row">{nameOf(check.name)}</th>
                  <td className="nowrap">
                    {check.ok ? `✓ ${t("settings.doctor.pass")}` : `✕ ${t("settings.doctor.fail")}`}
                  </td>
                  <td>{check.ok ? noteOf(check.name) : check.detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
