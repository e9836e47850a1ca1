import { useMemo } from "react";
import type { ImportLine, ImportPreview } from "../../../shared/contract/imports.ts";
import { Badge } from "../../components/Badge.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { printNumber } from "../../text/print.ts";
import { lineReasonOf } from "../../text/reason-sentences.ts";
import { type Translate, useText } from "../../text/use-text.ts";
import { FieldChanges, NewFacts } from "./FieldChanges.tsx";
import { isSimilar } from "./import-plan.ts";
import { fieldWord } from "./import-words.ts";

const TONES = { new: "good", changed: "accent", same: "muted", rejected: "bad" } as const;

export function ImportLines({ preview }: { readonly preview: ImportPreview }) {
  const t = useText();
  const columns = useMemo(
    (): readonly Column<ImportLine>[] => [
      {
        id: "line",
        header: t("importing.columns.line"),
        cell: (line) => printNumber(line.line),
        sortValue: (line) => line.line,
        align: "end",
        width: 84,
      },
      {
        id: "outcome",
        header: t("importing.columns.outcome"),
        cell: (line) => outcomeCell(line, t),
        width: 112,
      },
      { id: "code", header: t("importing.columns.code"), cell: (line) => line.code, width: 160 },
      { id: "name", header: t("importing.columns.name"), cell: (line) => line.name, isRowHeader: true },
      { id: "detail", header: t("importing.columns.detail"), cell: (line) => detailCell(line, t) },
    ],
    [t],
  );
  return (
    <section>
      {preview.lines.length < preview.linesTotal && (
        <p>{t("importing.shownOf", { shown: preview.lines.length, total: preview.linesTotal })}</p>
      )}
      <DataTable
        label={t("importing.previewOf", { file: preview.fileName })}
        columns={columns}
        rows={preview.lines}
        rowKey={(line) => String(line.line)}
      />
    </section>
  );
}

function outcomeCell(line: ImportLine, t: Translate) {
  // Written only when somebody says that it is another one.
  if (isSimilar(line)) return <Badge tone="warn">{t("importing.counts.similar")}</Badge>;
  return <Badge tone={TONES[line.outcome]}>{t(`importing.outcome.${line.outcome}`)}</Badge>;
}

function detailCell(line: ImportLine, t: Translate) {
  return (
    <>
      {line.reasons.map((reason) => (
        <div key={`${reason.column ?? ""} ${reason.code}`}>
          {reason.column !== null && `${fieldWord(reason.column, t)}: `}
          {lineReasonOf(reason.code, reason.value, t)}
        </div>
      ))}
      {line.outcome === "new" ? <NewFacts changes={line.changes} /> : <FieldChanges changes={line.changes} />}
    </>
  );
}
