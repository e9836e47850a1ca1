import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { findElement } from "../../../shared/catalogue/elements.ts";
import type { CollectCell } from "../../../shared/contract/collect.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { api } from "../../api/api.ts";
import { Badge } from "../../components/Badge.tsx";
import { Callout } from "../../components/Callout.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { type DataWords, useDataWords } from "../../text/data-words.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printNumber } from "../../text/print.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { reasonSentence } from "./collect-words.ts";

const TONES = { new: "good", changed: "accent", conflict: "warn", same: "muted", rejected: "bad" } as const;

interface FilePanelProps {
  readonly previewId: string;
  readonly file: number;
  readonly onClose: () => void;
}

/** The cells of one file, both figures side by side, and what the rules would say. */
export function FilePanel({ previewId, file, onClose }: FilePanelProps) {
  const t = useText();
  const words = useDataWords();
  const details = useQuery({
    ...api.collect.file.queryOptions({ input: { previewId, file } }),
    // A preview is compared anew under the same id.
    staleTime: 0,
    gcTime: 0,
  });
  const isOfMany = (details.data?.file.units.length ?? 0) > 1;
  const period = details.data?.file.period ?? "";
  const columns = useMemo(() => columnsOf(isOfMany, period, t, words), [isOfMany, period, t, words]);
  const { data } = details;
  return (
    <Dialog
      title={t("collect.cells.table", { file: data?.file.fileName ?? "" })}
      onClose={onClose}
      size="wide"
    >
      {details.isPending && <p>{t("shell.loading")}</p>}
      <ErrorCallout error={details.error} />
      {data && (
        <div className="collect-cells">
          {data.findings.length > 0 && (
            <Callout tone="warning" title={t("collect.cells.findings")}>
              <ul>
                {data.findings.slice(0, 20).map((finding) => (
                  <li key={`${finding.rule} ${finding.unitUid} ${finding.elements.join()}`}>
                    {finding.severity === "block" ? "✕" : "!"} {finding.rule} {isOfMany && finding.unitName}{" "}
                    {words.finding(finding.said)}
                  </li>
                ))}
              </ul>
            </Callout>
          )}
          {data.cellsTotal > data.cells.length && (
            <p>
              {t("collect.cells.shownOf", {
                shown: printNumber(data.cells.length),
                total: printNumber(data.cellsTotal),
              })}
            </p>
          )}
          <DataTable
            label={t("collect.cells.table", { file: data.file.fileName })}
            columns={columns}
            rows={data.cells}
            rowKey={(cell) => `${cell.unit.uid} ${cell.element} ${cell.address}`}
          />
        </div>
      )}
    </Dialog>
  );
}

function columnsOf(
  isOfMany: boolean,
  period: string,
  t: Translate,
  words: DataWords,
): readonly Column<CollectCell>[] {
  const unit: Column<CollectCell> = {
    id: "unit",
    header: t("collect.cells.column.unit"),
    cell: (cell) => `${cell.unit.code} ${cell.unit.name}`,
    sortValue: (cell) => cell.unit.code,
  };
  return [
    {
      id: "outcome",
      header: t("collect.cells.column.outcome"),
      cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{t(`collect.cells.outcome.${outcome}`)}</Badge>,
      width: 110,
    },
    ...(isOfMany ? [unit] : []),
    {
      id: "label",
      header: t("collect.cells.column.label"),
      cell: ({ element, label, address }) => `${words.element(element, label)} (${address})`,
      isRowHeader: true,
    },
    {
      id: "before",
      header: t("collect.cells.column.before"),
      cell: (cell) => print(cell, cell.before, period, t, words),
      align: "end",
      width: 110,
    },
    {
      id: "after",
      header: t("collect.cells.column.after"),
      cell: (cell) => afterWords(cell, period, t, words),
      align: "end",
      width: 140,
    },
    { id: "detail", header: t("collect.cells.column.detail"), cell: (cell) => detailWords(cell, t) },
  ];
}

function print(
  { element }: CollectCell,
  entry: EntryValue | null,
  period: string,
  t: Translate,
  words: DataWords,
): string {
  if (entry === null) return t("collect.cells.blank");
  return entry.state === "value"
    ? words.entry(entry, findElement(element)?.type ?? "count", period)
    : t(`labels.entryState.${entry.state}`);
}

/** Where what was understood is not what was written, both are shown. */
function afterWords(cell: CollectCell, period: string, t: Translate, words: DataWords): string {
  if (cell.after === null) return cell.shown;
  const value = print(cell, cell.after, period, t, words);
  const isSame = value === cell.shown || value.replaceAll(".", "") === cell.shown;
  return isSame || cell.shown.toLowerCase() === value.toLowerCase()
    ? value
    : t("collect.cells.understood", { value, shown: cell.shown });
}

function detailWords(cell: CollectCell, t: Translate) {
  return (
    <>
      {cell.reason !== null && <div>{reasonSentence(cell.reason, cell.shown, t)}</div>}
      {cell.noteAfter !== null && <div>{t("collect.cells.note", { note: cell.noteAfter })}</div>}
      {cell.noteBefore !== null && cell.noteBefore !== cell.noteAfter && (
        <div className="quiet">{t("collect.cells.noteBefore", { note: cell.noteBefore })}</div>
      )}
    </>
  );
}
