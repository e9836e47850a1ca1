import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { FindingView, FormData } from "../../../shared/contract/entries.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { matchesSearch, searchKey } from "../../../shared/domain/text.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Grid, type GridHandle } from "../../components/grid/Grid.tsx";
import type { CellAddress } from "../../components/grid/grid-model.ts";
import { SearchField } from "../../components/SearchField.tsx";
import { Select } from "../../components/Select.tsx";
import { showToast } from "../../components/Toast.tsx";
import { printDate, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { CellPanel } from "./CellPanel.tsx";
import { EntrySheet } from "./entry-sheet.ts";
import { printDaysLeft } from "./EntryPage.tsx";
import { filteredSheet } from "./filtered-sheet.ts";
import { FindingsPanel } from "./FindingsPanel.tsx";

type Show = "all" | "incomplete" | "findings";

export function EntryForm({ data }: { readonly data: FormData }) {
  const t = useText();
  const grid = useRef<GridHandle>(null);
  const [pending, setPending] = useState(0);
  const [query, setQuery] = useState("");
  const [show, setShow] = useState<Show>("all");
  const [active, setActive] = useState<CellAddress>({ row: 0, column: 0 });
  const [isDetailOpen, setDetailOpen] = useState(false);
  const [findings, setFindings] = useState<readonly FindingView[] | null>(null);
  const [checked, setChecked] = useState(0);
  const locked = data.lockedReason === null ? null : t(`entry.locked.${data.lockedReason}`);
  const sheet = useMemo(
    () =>
      new EntrySheet(
        data,
        {
          neverAsked: t("entry.neverAsked"),
          computed: t("entry.computed"),
          stale: t("entry.stale"),
          saveFailed: t("entry.saveFailed"),
          locked,
          refused: (reason) => t("entry.refused", { reason: t(`entry.reason.${reason}`) }),
        },
        {
          onPending: setPending,
          onPasted({ saved, refused, outside }) {
            const parts: string[] = [t("entry.pasted", { number: saved })];
            if (refused > 0) parts.push(t("entry.pasteRefused", { number: refused }));
            if (outside > 0) parts.push(t("entry.pasteOutside", { number: outside }));
            showToast(parts.join(" "));
          },
        },
      ),
    [data, locked, t],
  );
  const started = useSyncExternalStore(
    (listener) => sheet.subscribe(listener),
    () => sheet.startedRows(),
  );
  const keys = useMemo(() => data.units.map((unit) => searchKey(`${unit.code} ${unit.name}`)), [data]);
  const rows = useMemo(
    () =>
      data.units
        .map((_, row) => row)
        .filter(
          (row) =>
            matchesSearch(keys[row] ?? "", query) &&
            (show === "all" || (show === "incomplete" ? sheet.isIncomplete(row) : sheet.hasFindings(row))),
        ),
    [data, keys, query, show, sheet],
  );
  const model = useMemo(() => filteredSheet(sheet, rows), [sheet, rows]);
  const check = useMutation({
    mutationFn: () => api.entries.check.call({ form: data.form, period: data.period }),
    onSuccess(result) {
      sheet.setFindings(result.findings);
      setFindings(result.findings);
      setChecked(result.unitsChecked);
    },
  });
  const activeRow = rows[active.row];
  const unit = activeRow === undefined ? undefined : data.units[activeRow];
  const column = data.columns[active.column];
  return (
    <div className="page entry-form">
      <header className="page-head">
        <h1>{printPeriod(data.period, t)}</h1>
        <span className="entry-facts">
          <span>{t("entry.unitsIn", { started, expected: data.units.length })}</span>
          <span>{t("entry.cutoff", { date: printDate(data.cutoffOn) })}</span>
          <span>
            {t("entry.due", { date: printDate(data.dueOn) })} · {printDaysLeft(data.daysLeft, t)}
          </span>
          <output data-saving={pending > 0 || undefined}>
            {pending > 0 ? t("shell.saving") : t("shell.saved")}
          </output>
        </span>
        <div className="page-actions">
          <Button onPress={() => setDetailOpen((isOpen) => !isOpen)}>{t("entry.details")}</Button>
          <Button isPending={check.isPending} onPress={() => check.mutate()}>
            {t("entry.check")}
          </Button>
          <Link
            className="link-button"
            to="/bundles/$form/$period"
            params={{ form: data.form, period: data.period }}
          >
            {t("entry.prepare")}
          </Link>
        </div>
      </header>
      {locked && <Callout tone="info">{locked}</Callout>}
      <div className="entry-filters">
        <SearchField label={t("entry.filter")} value={query} onChange={setQuery} />
        <Select
          label={t("entry.show")}
          value={show}
          onChange={setShow}
          options={[
            { id: "all" as const, label: t("entry.showAll") },
            { id: "incomplete" as const, label: t("entry.showIncomplete") },
            { id: "findings" as const, label: t("entry.showFindings") },
          ]}
        />
        <p className="entry-legend">{t("entry.legend")}</p>
      </div>
      <div className="entry-sheet">
        <Grid
          model={model}
          gridRef={grid}
          autoFocus
          onActiveChange={setActive}
          onOtherKey={(event, selection) => {
            if (!event.ctrlKey) return;
            if (event.key.toLowerCase() === "i") {
              event.preventDefault();
              setDetailOpen(true);
            }
            const row = rows[selection.active.row];
            if (event.shiftKey && event.code === "Digit0" && row !== undefined) {
              event.preventDefault();
              sheet.fillRowWithNoOccurrence(row);
            }
          }}
          words={{
            label: t("entry.grid", { period: printPeriod(data.period, t) }),
            code: t("entry.code"),
            name: t("entry.name"),
            total: t("entry.total"),
            coverage: t("entry.coverage"),
            estimatedMark: t("entry.estimatedMark"),
            summary: ({ cells, numbers, sum }) =>
              numbers === 0
                ? t("entry.summaryEmpty", { cells })
                : t("entry.summary", {
                    cells,
                    numbers,
                    sum: formatInteger(sum),
                    mean: formatMean(sum, numbers),
                  }),
          }}
        />
      </div>
      {isDetailOpen && unit && column && (
        <CellPanel
          key={`${unit.uid} ${column.element}`}
          unit={unit}
          column={column}
          period={data.period}
          isLocked={data.lockedReason !== null}
          onClose={() => setDetailOpen(false)}
        />
      )}
      {findings && (
        <FindingsPanel
          findings={findings}
          unitsChecked={checked}
          onClose={() => setFindings(null)}
          onGo={(finding) => {
            const place = sheet.placeOf(finding);
            if (!place) return;
            setQuery("");
            setShow("all");
            // The grid shows every row again only after this render.
            setTimeout(() => grid.current?.goTo(place));
          }}
        />
      )}
    </div>
  );
}

/** One decimal, half up, by whole numbers. */
function formatMean(sum: number, count: number): string {
  const tenths = Math.floor((sum * 20 + count) / (count * 2));
  return `${formatInteger(Math.floor(tenths / 10))},${tenths % 10}`;
}
