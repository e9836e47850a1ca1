import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DownwardUnit } from "../../../shared/contract/downward.ts";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";

interface SendPanelProps {
  readonly code: string;
  readonly year: number;
  readonly units: readonly DownwardUnit[];
  readonly onClose: () => void;
}

/** To whom, from when, in the open or encrypted; then one signature. */
export function SendPanel({ code, year, units, onClose }: SendPanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(units.map((unit) => unit.code));
  const [effectiveFrom, setEffectiveFrom] = useState<string | null>(`${year}-01-01`);
  const [isEncrypted, setIsEncrypted] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const without = units.filter((unit) => chosen.includes(unit.code) && !unit.canDecrypt);
  const send = useMutation({
    mutationFn: async (from: string) => {
      const offer = await api.downward.exportProgramme.call({
        code,
        year,
        unitCodes: [...chosen],
        effectiveFrom: from,
        isEncrypted,
        passphrase,
      });
      await saveDownload(offer);
      return offer;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: api.downward.key() }),
  });
  return (
    <SidePanel title={t("downward.sendTitle")} onClose={onClose}>
      <Form
        className="panel-form"
        onSubmit={() => {
          if (chosen.length > 0 && effectiveFrom !== null && passphrase !== "") send.mutate(effectiveFrom);
        }}
      >
        <fieldset className="trust-bundles">
          <legend>{t("downward.units")}</legend>
          {units.map((unit) => (
            <Checkbox
              key={unit.code}
              isSelected={chosen.includes(unit.code)}
              onChange={(isSelected) =>
                setChosen(isSelected ? [...chosen, unit.code] : chosen.filter((one) => one !== unit.code))
              }
            >
              {unit.name} ({unit.code})
            </Checkbox>
          ))}
        </fieldset>
        <DateField label={t("downward.from")} value={effectiveFrom} onChange={setEffectiveFrom} isRequired />
        <Checkbox isSelected={isEncrypted} onChange={setIsEncrypted} isDisabled={without.length > 0}>
          {t("downward.encrypt")}
        </Checkbox>
        {without.length > 0 && (
          <small>{t("downward.encryptMissing", { names: without.map(({ name }) => name).join(", ") })}</small>
        )}
        <PassphraseField
          label={t("downward.passphrase")}
          value={passphrase}
          onChange={setPassphrase}
          isRequired
        />
        <ErrorCallout error={send.error} />
        {send.data && (
          <Callout tone="success">
            {t("downward.sent", { version: send.data.version, code: send.data.code })}
          </Callout>
        )}
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={send.isPending}>
            {t("downward.send")}
          </Button>
          <Button onPress={onClose}>{t(send.data ? "shell.close" : "shell.cancel")}</Button>
        </div>
      </Form>
    </SidePanel>
  );
}
