import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, useSyncExternalStore } from "react";
import type { FormColumn, FormUnit } from "../../shared/contract/entries.ts";
import { findingKey } from "../../shared/domain/validation/finding.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { formatInteger } from "../../shared/domain/number-format.ts";
import { COUNTED_ELEMENTS } from "../../shared/domain/unit-incident.ts";
import { api } from "../api/api.ts";
import { Button } from "../components/Button.tsx";
import { Callout } from "../components/Callout.tsx";
import type { CellAddress } from "../components/grid/grid-model.ts";
import { KeyValue } from "../components/KeyValue.tsx";
import { SidePanel } from "../components/SidePanel.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { showToast } from "../components/Toast.tsx";
import { useDataWords } from "../text/data-words.ts";
import { ErrorCallout } from "../text/ErrorCallout.tsx";
import { printInstant, printPeriod } from "../text/print.ts";
import { useText } from "../text/use-text.ts";
import { type ActivePlace, useActiveCell } from "./active-place.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { FindingNote } from "./FindingNote.tsx";
import type { NoteDrafts } from "./note-drafts.ts";
import { NoteState } from "./NoteState.tsx";

interface CellPanelProps {
  readonly sheet: EntrySheet;
  readonly place: ActivePlace;
  /** Rows of the sheet that are shown. */
  readonly rows: readonly number[];
  /** Opened to write a note or an explanation. */
  readonly startsWriting: boolean;
  readonly drafts: NoteDrafts;
  readonly onClose: () => void;
}

/** Everything known of one cell: what it was, who wrote it, what stood there before. */
export function CellPanel({ sheet, place, rows, startsWriting, drafts, onClose }: CellPanelProps) {
  const active = useActiveCell(place);
  const row = rows[active.row];
  const unit = sheet.form.units[row ?? -1];
  const column = sheet.form.columns[active.column];
  if (row === undefined || !unit || !column) return null;
  return (
    <OneCell
      key={`${unit.uid} ${column.element}`}
      sheet={sheet}
      cell={{ row, column: active.column }}
      unit={unit}
      column={column}
      startsWriting={startsWriting}
      drafts={drafts}
      onClose={onClose}
    />
  );
}

interface OneCellProps extends Pick<CellPanelProps, "sheet" | "startsWriting" | "drafts" | "onClose"> {
  readonly cell: CellAddress;
  readonly unit: FormUnit;
  readonly column: FormColumn;
}

function OneCell(props: OneCellProps) {
  const { sheet, cell, unit, column, startsWriting, drafts, onClose } = props;
  const t = useText();
  const words = useDataWords();
  const { period, lockedReason, state } = sheet.form;
  const isLocked = lockedReason !== null;
  // Explanations change no figure: a longer report that locks them leaves this period to be explained and approved.
  const isApproved = state !== "open" && state !== "returned";
  useSyncExternalStore(
    useCallback((listener) => sheet.subscribeRow(cell.row, listener), [sheet, cell.row]),
    () => sheet.rowVersion(cell.row),
  );
  const findings = sheet.findingsAt(cell);
  const isExplaining = findings.some((finding) => finding.severity === "warn");
  const key = { unit: unit.uid, element: column.element, period };
  const queries = useQueryClient();
  const asked = api.entries.details.queryOptions({ input: key });
  const details = useQuery({ ...asked, staleTime: 0 });
  const noteKey = `note ${unit.uid} ${column.element}`;
  const note = drafts.texts.get(noteKey) ?? null;
  const save = useMutation({
    mutationFn: (text: string) => api.entries.setNote.call({ ...key, note: text || null }),
    onSuccess(result) {
      sheet.setNote(cell, result.note);
      showToast(t("entry.detail.noteSaved"));
      // What is saved is no draft from here on: who leaves now is not asked about it.
      queries.setQueryData(asked.queryKey, (known) => known && { ...known, note: result.note });
      drafts.set(noteKey, null);
      void details.refetch();
    },
  });
  const print = (entry: EntryValue | null, isEstimate = false, at: string = period) => {
    if (entry === null) return t("entry.detail.none");
    const text = words.entry(entry, column.type, at);
    return isEstimate ? t("entry.detail.estimate", { text }) : text;
  };
  const { data } = details;
  const { opened } = sheet.cells.at(cell);
  return (
    <SidePanel
      title={words.element(column.element, column.label)}
      isDirty={drafts.texts.size > 0}
      onClose={() => {
        drafts.forget();
        onClose();
      }}
    >
      <p>
        {unit.code} · {unit.name}
      </p>
      {column.isCumulative && <p className="quiet">{t("entry.cumulative")}</p>}
      {column.mode === "optional" && <p className="quiet">{t("entry.optional")}</p>}
      {opened && (
        <Callout tone="warning" title={opened.reason}>
          {opened.isForgotten
            ? t("entry.reportedForgotten")
            : t("entry.reportedWas", { reported: print(opened.reported) })}
        </Callout>
      )}
      {findings.map((finding) => (
        <FindingNote
          key={findingKey(finding)}
          sheet={sheet}
          finding={finding}
          isLocked={isApproved}
          draft={drafts.texts.get(`${findingKey(finding)} ${unit.uid}`) ?? null}
          onDraft={(text) => drafts.set(`${findingKey(finding)} ${unit.uid}`, text)}
          autoFocus={startsWriting && finding === findings.find(({ severity }) => severity === "warn")}
        />
      ))}
      <ErrorCallout error={details.error} />
      {data && (
        <>
          <KeyValue
            items={[
              { label: t("entry.detail.value"), value: print(data.entry, data.isEstimate) },
              ...(data.previousPeriod.period === data.samePeriodLastYear.period
                ? []
                : [
                    {
                      label: t("entry.detail.previous", {
                        period: printPeriod(data.previousPeriod.period, t),
                      }),
                      value: print(data.previousPeriod.entry, false, data.previousPeriod.period),
                    },
                  ]),
              {
                label: t("entry.detail.lastYear", { period: printPeriod(data.samePeriodLastYear.period, t) }),
                value: print(data.samePeriodLastYear.entry, false, data.samePeriodLastYear.period),
              },
              ...(data.yearToDate === null
                ? []
                : [{ label: t("entry.detail.yearToDate"), value: formatInteger(data.yearToDate) }]),
              { label: t("entry.detail.author"), value: data.author ?? "—" },
              ...(data.source === null
                ? []
                : [
                    {
                      label: t("entry.detail.source"),
                      value: t(
                        `entry.source.${data.source === "pasted" || data.source === "imported" || data.source === "bundle" ? data.source : "typed"}`,
                      ),
                    },
                  ]),
            ]}
          />
          {COUNTED_ELEMENTS.includes(column.element) && (
            <Link
              className="link-button"
              to="."
              search={(search) => ({ ...search, incidents: unit.uid, incidentsIn: period })}
            >
              {t("incidents.open")}
            </Link>
          )}
          {!isLocked && column.mode !== "computed" && (
            <form
              className="panel-form"
              onSubmit={(event) => {
                event.preventDefault();
                save.mutate(note ?? data.note ?? "");
              }}
            >
              <TextArea
                label={t("entry.detail.note")}
                value={note ?? data.note ?? ""}
                onChange={(text) => drafts.set(noteKey, text === (data.note ?? "") ? null : text)}
                autoFocus={startsWriting && !isExplaining}
              />
              <ErrorCallout error={save.error} />
              <div className="form-actions">
                <Button
                  type="submit"
                  variant={note === null ? "normal" : "primary"}
                  isPending={save.isPending}
                >
                  {t("entry.detail.saveNote")}
                </Button>
                <NoteState draft={note} stored={data.note ?? ""} />
              </div>
            </form>
          )}
          {data.changes.length > 0 && (
            <>
              <h3>{t("entry.detail.changes")}</h3>
              <ul>
                {data.changes.map((change) => (
                  <li key={`${change.at} ${print(change.before)} ${print(change.after)}`}>
                    {printInstant(change.at)} {change.author ?? ""}:{" "}
                    {print(change.before, change.wasEstimate)} → {print(change.after, change.isEstimate)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </SidePanel>
  );
}
