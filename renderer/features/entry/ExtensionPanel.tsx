import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PeriodOverview } from "../../../shared/contract/entries.ts";
import type { ExtensionView } from "../../../shared/contract/extensions.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { ComboBox } from "../../components/ComboBox.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { Select } from "../../components/Select.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface ExtensionPanelProps {
  /** Periods that can still be written, in time order. */
  readonly periods: readonly PeriodOverview[];
  /** The one shown first. */
  readonly first: string;
  readonly onClose: () => void;
}

const ALL = "all";

/** Gia hạn: grants one union or all a later day for one period, and shows what was granted. */
export function ExtensionPanel({ periods, first, onClose }: ExtensionPanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const [period, setPeriod] = useState(first);
  const [unit, setUnit] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const input = { period };
  const sheet = useQuery({ ...api.extensions.list.queryOptions({ input }), staleTime: 0 });
  const afterwards = async () => {
    await queries.invalidateQueries({ queryKey: api.extensions.key() });
    await queries.invalidateQueries({ queryKey: api.entries.overview.key() });
    await queries.invalidateQueries({ queryKey: api.office.today.key() });
  };
  const grant = useMutation({
    mutationFn: (granted: { unit: string | null; dueOn: string; reason: string }) =>
      api.extensions.grant.call({ ...input, ...granted }),
    onSuccess: async (extension) => {
      showToast(t("extensions.granted", { date: printDate(extension.dueOn) }));
      setUnit(null);
      setDueOn(null);
      setReason("");
      setIsChecked(false);
      await afterwards();
    },
  });
  const withdraw = useMutation({
    mutationFn: (extension: ExtensionView) => api.extensions.withdraw.call({ uid: extension.uid }),
    onSuccess: async () => {
      showToast(t("extensions.withdrawn"));
      await afterwards();
    },
  });
  const { data } = sheet;
  const isTooEarly = dueOn !== null && data !== undefined && dueOn <= data.collectOn;
  const nameOf = (extension: ExtensionView) => extension.unit?.name ?? t("extensions.allUnits");

  function submit() {
    setIsChecked(true);
    if (unit === null || dueOn === null || isTooEarly || reason.trim() === "") return;
    grant.mutate({ unit: unit === ALL ? null : unit, dueOn, reason });
  }

  return (
    <SidePanel
      title={t("extensions.title")}
      onClose={onClose}
      isDirty={(unit !== null || dueOn !== null || reason !== "") && !grant.isPending}
    >
      <p>{t("extensions.lead")}</p>
      <Form className="panel-form" onSubmit={submit}>
        <Select
          label={t("extensions.period")}
          value={period}
          onChange={setPeriod}
          options={periods.map((row) => ({ id: row.period, label: printPeriod(row.period, t) }))}
          autoFocus
        />
        {data && (
          <p className="quiet">
            {t("extensions.calendar", {
              collectOn: printDate(data.collectOn),
              dueOn: printDate(data.dueOn),
            })}{" "}
            {t("extensions.awaited", {
              number: data.awaited.length,
              late: data.awaited.filter(({ isLate }) => isLate).length,
            })}
          </p>
        )}
        <ComboBox
          label={t("extensions.unit")}
          value={unit}
          onChange={setUnit}
          options={[
            { id: ALL, label: t("extensions.allUnits") },
            ...(data?.awaited ?? []).map(({ uid, code, name }) => ({ id: uid, label: `${code} ${name}` })),
          ]}
          errorMessage={unit === null && isChecked ? t("shell.required") : undefined}
          isRequired
        />
        <DateField
          label={t("extensions.dueOn")}
          value={dueOn}
          onChange={setDueOn}
          errorMessage={
            isTooEarly
              ? t("extensions.notLater", { date: printDate(data.collectOn) })
              : dueOn === null && isChecked
                ? t("shell.required")
                : undefined
          }
          isRequired
        />
        <TextField
          label={t("extensions.reason")}
          value={reason}
          onChange={setReason}
          maxLength={500}
          errorMessage={reason.trim() === "" && isChecked ? t("shell.required") : undefined}
          isRequired
        />
        <ErrorCallout error={grant.error ?? withdraw.error ?? sheet.error} />
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={grant.isPending}>
            {t("extensions.grant")}
          </Button>
        </div>
      </Form>
      <h3>{t("extensions.held")}</h3>
      {data?.extensions.length === 0 && <p>{t("extensions.none")}</p>}
      <ul className="entry-extensions">
        {data?.extensions.map((extension) => (
          <li key={extension.uid}>
            <strong>{nameOf(extension)}</strong> {t("extensions.until", { date: printDate(extension.dueOn) })}
            <div className="quiet">
              {extension.reason}
              {extension.author !== null && ` · ${extension.author}`}
            </div>
            {data.lockedReason === null && (
              <Button
                variant="quiet"
                isPending={withdraw.isPending}
                aria-label={t("extensions.withdrawOne", { name: nameOf(extension) })}
                onPress={() => withdraw.mutate(extension)}
              >
                {t("extensions.withdraw")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
