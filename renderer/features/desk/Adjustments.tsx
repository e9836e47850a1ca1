import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DATA_ELEMENTS } from "../../../shared/catalogue/elements.ts";
import type { Adjustment, ConsolidationView } from "../../../shared/contract/consolidation.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { matchesSearch, searchKey } from "../../../shared/domain/text.ts";
import { client } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { ComboBox } from "../../components/ComboBox.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printInstant } from "../../text/print.ts";
import { useDataWords } from "../../text/data-words.ts";
import { useText } from "../../text/use-text.ts";

interface AdjustmentsProps {
  readonly view: ConsolidationView;
  readonly onChange: () => void;
}

const ADDED_TO = DATA_ELEMENTS.filter(
  ({ type, time }) => (type === "count" || type === "money") && time !== "GRADE" && time !== "ANY",
);

/** Rows of the province's own, each with its reason: a report itself is never changed. */
export function Adjustments({ view, onChange }: AdjustmentsProps) {
  const t = useText();
  const words = useDataWords();
  const [element, setElement] = useState<string | null>(null);
  const [amount, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const add = useMutation({
    mutationFn: () =>
      client.consolidation.adjust({
        period: view.period,
        element: element ?? "",
        amount: amount ?? 0,
        reason,
      }),
    onSuccess: () => {
      setAmount(null);
      setReason("");
      onChange();
    },
  });
  const withdraw = useMutation({
    mutationFn: (uid: string) => client.consolidation.withdraw({ uid }),
    onSuccess: onChange,
  });
  const error = add.error ?? withdraw.error;
  const columns: readonly Column<Adjustment>[] = [
    {
      id: "label",
      header: t("desk.figure"),
      cell: ({ element, label }) => words.element(element, label),
      isRowHeader: true,
    },
    {
      id: "amount",
      header: t("desk.consolidation.amount"),
      cell: (row) => formatInteger(row.amount),
      sortValue: (row) => row.amount,
      align: "end",
      width: 140,
    },
    { id: "reason", header: t("desk.consolidation.reason"), cell: (row) => row.reason },
    {
      id: "by",
      header: t("desk.consolidation.by"),
      cell: ({ author, at }) => `${view.office.name}, ${author}, ${printInstant(at)}`,
      width: 300,
    },
    {
      id: "acts",
      header: t("bundles.column.acts"),
      cell: ({ uid }) => (
        <Button variant="quiet" onPress={() => withdraw.mutate(uid)}>
          {t("desk.consolidation.withdraw")}
        </Button>
      ),
      width: 120,
    },
  ];
  return (
    <div className="desk-part">
      <p>{t("desk.consolidation.adjustLead", { office: view.office.name })}</p>
      <ErrorCallout error={error} />
      <form
        className="desk-adjust"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <ComboBox
          label={t("desk.figure")}
          value={element}
          onChange={setElement}
          options={ADDED_TO.map(({ code, label }) => ({ id: code, label: words.element(code, label) }))}
          filter={(label, typed) => matchesSearch(searchKey(label), typed)}
        />
        <NumberField
          label={t("desk.consolidation.amount")}
          description={t("desk.consolidation.amountHint")}
          value={amount}
          onChange={setAmount}
        />
        <TextField
          label={t("desk.consolidation.reason")}
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
        <Button
          type="submit"
          variant="primary"
          isPending={add.isPending}
          isDisabled={element === null || !amount || reason.trim() === ""}
        >
          {t("desk.consolidation.add")}
        </Button>
      </form>
      {view.adjustments.length > 0 && (
        <DataTable
          label={t("desk.consolidation.adjustments", { number: view.adjustments.length })}
          columns={columns}
          rows={view.adjustments}
          rowKey={({ uid }) => uid}
        />
      )}
    </div>
  );
}
