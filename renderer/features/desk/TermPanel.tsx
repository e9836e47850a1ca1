import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DeskOffice } from "../../../shared/contract/desk.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";

export type OfficeTerm = Pick<DeskOffice, "code" | "name" | "fromOn" | "untilOn">;

/** From when and until when one office reports here. */
export function TermPanel({
  office,
  onClose,
}: {
  readonly office: OfficeTerm;
  readonly onClose: () => void;
}) {
  const t = useText();
  const queries = useQueryClient();
  const [fromOn, setFromOn] = useState(office.fromOn);
  const [untilOn, setUntilOn] = useState(office.untilOn);
  const save = useMutation(
    api.desk.setTerm.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.key() });
        onClose();
      },
    }),
  );
  const isChanged = useChanged([fromOn, untilOn]);
  return (
    <SidePanel
      title={t("desk.term.title", { name: office.name })}
      onClose={onClose}
      isDirty={isChanged && !save.isPending && !save.isSuccess}
    >
      <form
        className="panel-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ code: office.code, fromOn, untilOn });
        }}
      >
        <p>{t("desk.term.lead")}</p>
        <DateField label={t("desk.term.fromOn")} value={fromOn} onChange={setFromOn} autoFocus />
        <DateField label={t("desk.term.untilOn")} value={untilOn} onChange={setUntilOn} />
        <ErrorCallout error={save.error} />
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={save.isPending}>
            {t("desk.term.save")}
          </Button>
          <Button onPress={onClose}>{t("bundles.cancel")}</Button>
        </div>
      </form>
    </SidePanel>
  );
}

export function termWords({ fromOn, untilOn }: OfficeTerm, t: Translate): string {
  const [from, until] = [printDate(fromOn), printDate(untilOn)];
  if (fromOn !== null && untilOn !== null) return t("desk.term.between", { from, until });
  if (fromOn !== null) return t("desk.term.from", { from });
  return untilOn === null ? t("desk.term.always") : t("desk.term.until", { until });
}
