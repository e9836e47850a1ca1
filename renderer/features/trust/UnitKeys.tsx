import type { TrustDetails, TrustUnitView } from "../../../shared/contract/trust.ts";
import { Button } from "../../components/Button.tsx";
import { KeyGroups } from "../../text/KeyGroups.tsx";
import { useText } from "../../text/use-text.ts";

export type EndKey =
  | { readonly kind: "retire" | "revoke"; readonly unit: TrustUnitView; readonly keyid: string }
  | { readonly kind: "endRecipient"; readonly unit: TrustUnitView; readonly recipient: string };

interface UnitKeysProps {
  readonly list: TrustDetails;
  readonly onEnd: (end: EndKey) => void;
}

/** Every unit with its keys; what can be done with one stands beside it. */
export function UnitKeys({ list, onEnd }: UnitKeysProps) {
  const t = useText();
  return (
    <table className="plain-table trust-keys">
      <thead>
        <tr>
          <th scope="col">{t("settings.trust.columns.name")}</th>
          <th scope="col">{t("trust.unit.keys")}</th>
          <th scope="col">{t("settings.trust.columns.status")}</th>
          {list.isOwn && <th scope="col">{t("trust.unit.acts")}</th>}
        </tr>
      </thead>
      <tbody>
        {list.units.flatMap((unit) => [
          ...unit.keys.map((key, index) => (
            <tr key={key.keyid}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={unit.keys.length + unit.recipients.length}>
                  {unit.name}
                  <small>
                    {unit.code} · {t("trust.unit.received", { number: unit.received.length })}
                  </small>
                </th>
              )}
              <td>
                <KeyGroups code={key.keyid} />
              </td>
              <td>
                {t(`settings.trust.status.${key.status}`)}
                {key.revokedReason !== null && <small>{key.revokedReason}</small>}
              </td>
              {list.isOwn && (
                <td>
                  {!unit.isOwn && key.status === "active" && (
                    <Button onPress={() => onEnd({ kind: "retire", unit, keyid: key.keyid })}>
                      {t("trust.act.retire")}
                    </Button>
                  )}
                  {!unit.isOwn && key.status !== "revoked" && (
                    <Button onPress={() => onEnd({ kind: "revoke", unit, keyid: key.keyid })}>
                      {t("trust.act.revoke")}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          )),
          ...unit.recipients.map(({ recipient, status }) => (
            <tr key={recipient}>
              <td>
                <small>{t("trust.unit.encryption")}</small>
                <KeyGroups code={recipient} />
              </td>
              <td>{t(`settings.trust.status.${status}`)}</td>
              {list.isOwn && (
                <td>
                  {status === "active" && (
                    <Button onPress={() => onEnd({ kind: "endRecipient", unit, recipient })}>
                      {t("trust.act.endRecipient")}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          )),
        ])}
      </tbody>
    </table>
  );
}
