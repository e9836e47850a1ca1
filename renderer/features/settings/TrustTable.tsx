import type { TrustView } from "../../../shared/contract/keys.ts";
import { KeyGroups } from "../../text/KeyGroups.tsx";
import { useText } from "../../text/use-text.ts";

const STATUSES = ["active", "retired", "revoked"] as const;

export function TrustTable({ units }: Pick<TrustView, "units">) {
  const t = useText();
  const statusWord = (status: string) => {
    const known = STATUSES.find((candidate) => candidate === status);
    return known ? t(`settings.trust.status.${known}`) : status;
  };
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t("settings.trust.columns.code")}</th>
          <th scope="col">{t("settings.trust.columns.name")}</th>
          <th scope="col">{t("settings.trust.columns.keyid")}</th>
          <th scope="col">{t("settings.trust.columns.status")}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.code}>
            <td>{unit.code}</td>
            <th scope="row">{unit.name}</th>
            <td>
              {unit.keys.map((key) => (
                <div key={key.keyid}>
                  <KeyGroups code={key.keyid} />
                </div>
              ))}
            </td>
            <td>
              {unit.keys.map((key) => (
                <div key={key.keyid}>{statusWord(key.status)}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
