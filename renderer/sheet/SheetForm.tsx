// Over 300 lines because it joins everything a sheet can do; each thing it does has its own file.
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { OpenedForm } from "../../shared/contract/entries.ts";
import { formatInteger } from "../../shared/domain/number-format.ts";
import { matchesSearch, searchKey } from "../../shared/domain/text.ts";
import { Button } from "../components/Button.tsx";
import { Callout } from "../components/Callout.tsx";
import { Grid, type GridHandle } from "../components/grid/Grid.tsx";
import type { EditorMode } from "../components/grid/grid-keys.ts";
import type { CellAddress, GridModel } from "../components/grid/grid-model.ts";
import { cellsOf, type GridSelection, rangeOf } from "../components/grid/grid-selection.ts";
import { JobBar } from "../components/JobBar.tsx";
import { SearchField } from "../components/SearchField.tsx";
import { Select } from "../components/Select.tsx";
import { showToast } from "../components/Toast.tsx";
import { ErrorCallout } from "../text/ErrorCallout.tsx";
import { printPeriod } from "../text/print.ts";
import { useText } from "../text/use-text.ts";
import { ActivePlace } from "./active-place.ts";
import { CellPanel } from "./CellPanel.tsx";
import { keepWidths } from "./column-widths.ts";
import { ContextStrip } from "./ContextStrip.tsx";
import { type EntryAction, entryAction, isIdleKey } from "./entry-keys.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { type EstimateChoice, EstimateMenu, rangeOfChoice } from "./EstimateMenu.tsx";
import { filteredSheet } from "./filtered-sheet.ts";
import { nextOpenFinding } from "./find-finding.ts";
import { FindingsPanel } from "./FindingsPanel.tsx";
import { GoToDialog } from "./GoToDialog.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { Legend } from "./Legend.tsx";
import { useNoteDrafts } from "./note-drafts.ts";
import { PasteDialog } from "./PasteDialog.tsx";
import { RefusedPanel } from "./RefusedPanel.tsx";
import { useFormCheck } from "./use-form-check.ts";
import { useAskedCell } from "./use-asked-cell.ts";
import { useEntrySheet } from "./use-entry-sheet.ts";
import { useMarkEstimated } from "./use-mark-estimated.ts";
import { useTellSaved } from "./use-tell-saved.ts";
import "./sheet.css";

/** What is open beside or over the sheet. */
type Open = "details" | "note" | "findings" | "goTo" | "keys" | null;

/** Some of the rows, picked when the choice is made: a row that is being typed does not run away. */
export interface RowView {
  readonly id: string;
  readonly label: string;
  readonly isShown: (sheet: EntrySheet, row: number) => boolean;
}

/** An order of the rows, taken when the choice is made. @returns negative when `left` comes first */
export interface RowOrder {
  readonly id: string;
  readonly label: string;
  readonly compare: (sheet: EntrySheet, left: number, right: number) => number;
}

interface SheetFormProps {
  readonly data: OpenedForm;
  /** Opens what the rules say of the form. */
  readonly showsFindings: boolean;
  /** What stands over the sheet. @param actions what can be done with it */
  readonly head: (sheet: EntrySheet, actions: ReactNode) => ReactNode;
  readonly views: readonly RowView[];
  /** Besides the order of the register. */
  readonly orders?: readonly RowOrder[];
  /** Adds columns of its own behind those of the form; they take no typing, and stay the same for a sheet. */
  readonly withColumns?: (sheet: EntrySheet) => GridModel;
}

const EVERY_ROW = "all";
const BY_REGISTER = "register";

/** A form as a grid, with everything the keys of ui.md §2 do in it. */
export function SheetForm(props: SheetFormProps) {
  const { data, showsFindings, head, views, orders = [], withColumns } = props;
  const t = useText();
  const grid = useRef<GridHandle>(null);
  const filter = useRef<HTMLDivElement>(null);
  const { sheet, asked, refused, locked, forgetRefused, keepRefused } = useEntrySheet(data);
  const [query, setQuery] = useState("");
  const [show, setShow] = useState(EVERY_ROW);
  const [order, setOrder] = useState(BY_REGISTER);
  const [place] = useState(() => new ActivePlace());
  const drafts = useNoteDrafts();
  const mark = useMarkEstimated(sheet);
  const tellSaved = useTellSaved(sheet);
  const [hasNoFinding, setHasNoFinding] = useState(false);
  const [open, setOpen] = useState<Open>(showsFindings ? "findings" : null);
  const [widths, setWidths] = useState(data.columnWidths);
  const [unitsChecked, setUnitsChecked] = useState<number | null>(null);

  const keys = useMemo(() => data.units.map((unit) => searchKey(`${unit.code} ${unit.name}`)), [data]);
  const picked = useMemo(() => {
    const view = views.find(({ id }) => id === show);
    const sort = orders.find(({ id }) => id === order);
    const every = data.units.map((_, row) => row).filter((row) => view?.isShown(sheet, row) ?? true);
    return sort ? every.toSorted((left, right) => sort.compare(sheet, left, right)) : every;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- views and orders are the words of the page, made anew by each render
  }, [data, sheet, show, order]);
  const rows = useMemo(
    () => picked.filter((row) => matchesSearch(keys[row] ?? "", query)),
    [picked, keys, query],
  );
  const whole = useMemo(
    () => withColumns?.(sheet) ?? sheet,
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as its owner promises
    [sheet],
  );
  const model = useMemo(() => filteredSheet(whole, rows), [whole, rows]);
  const checking = useFormCheck(sheet, setUnitsChecked);

  /** To a cell of the whole sheet; filters and order give way if they hide it. */
  function goTo(cell: CellAddress) {
    const seen = rows.indexOf(cell.row);
    if (seen >= 0) {
      grid.current?.goTo({ ...cell, row: seen });
      return;
    }
    setQuery("");
    setShow(EVERY_ROW);
    setOrder(BY_REGISTER);
    // The grid shows every row in its place only after this render.
    setTimeout(() => grid.current?.goTo(cell));
  }
  useAskedCell(sheet, goTo);

  async function step(direction: "undo" | "redo") {
    const from = grid.current?.selection();
    const result = await sheet.step(direction);
    if (result.outcome !== "done") {
      showToast(t(`entry.step.${direction}.${result.outcome}`), "info");
      return;
    }
    keepRefused();
    const [first] = result.cells;
    // Who has gone on meanwhile is not fetched back: the next key would meet another cell than the one in sight.
    if (first && grid.current?.selection() === from) goTo(first);
    const kept = result.kept > 0 ? ` ${t("entry.step.kept", { number: result.kept })}` : "";
    showToast(t(`entry.step.${direction}.done`, { number: result.count }) + kept);
  }

  function toFinding(from: CellAddress, direction: 1 | -1) {
    const place = nextOpenFinding(model, from, direction);
    if (place) grid.current?.goTo(place);
    setHasNoFinding(place === null);
  }

  function act(action: EntryAction, selection: GridSelection) {
    if (action === "undo" || action === "redo") void step(action);
    else if (action === "nextFinding") toFinding(selection.active, 1);
    else if (action === "previousFinding") toFinding(selection.active, -1);
    else if (action === "check") {
      setOpen("findings");
      checking.start();
    } else if (action === "markEstimate") markEstimated("toggle", selection);
    else if (action === "save") {
      // Nothing else waits.
      grid.current?.finish();
      void tellSaved();
    } else if (action === "filter") filter.current?.querySelector("input")?.focus();
    else if (action === "rowNoOccurrence") {
      const { top, bottom } = rangeOf(selection);
      sheet.fillRowsWithNoOccurrence(rows.slice(top, bottom + 1));
    } else setOpen(action);
  }

  function markEstimated(choice: EstimateChoice, selection: GridSelection) {
    const cells = cellsOf(rangeOfChoice(choice, selection, model))
      .filter(({ column }) => column < sheet.columns.length)
      .map((cell) => ({ ...cell, row: rows[cell.row] ?? 0 }));
    void mark(cells, choice);
  }

  function onOtherKey(event: KeyboardEvent, selection: GridSelection, mode: EditorMode) {
    const action = entryAction(event, mode);
    if (action || isIdleKey(event, mode)) event.preventDefault();
    if (action) act(action, selection);
  }

  const backToGrid = () => {
    setOpen(null);
    grid.current?.focus();
  };
  return (
    <div className="page entry-form">
      {head(
        sheet,
        <>
          {locked === null && (
            <EstimateMenu
              onChoose={(choice) => {
                const selection = grid.current?.selection();
                if (selection) markEstimated(choice, selection);
                // The menu gives the focus back to its button in the next frame; the sheet takes it after that.
                requestAnimationFrame(() => setTimeout(() => grid.current?.focus()));
              }}
            />
          )}
          <Button onPress={() => setOpen("keys")}>{t("entry.keys.open")}</Button>
          <Button onPress={() => setOpen(open === "details" ? null : "details")}>{t("entry.details")}</Button>
          <Button
            isPending={checking.isRunning}
            onPress={() => {
              setOpen("findings");
              checking.start();
            }}
          >
            {t("entry.check")}
          </Button>
        </>,
      )}
      {locked && <Callout tone="locked">{locked}</Callout>}
      <div className="entry-filters">
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the field inside */}
        <div
          ref={filter}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "ArrowDown")) return;
            event.preventDefault();
            grid.current?.focus();
          }}
        >
          <SearchField label={t("entry.filter")} value={query} onChange={setQuery} />
        </div>
        <Select
          label={t("entry.show")}
          value={show}
          onChange={setShow}
          options={[{ id: EVERY_ROW, label: t("entry.showAll") }, ...views]}
        />
        {orders.length > 0 && (
          <Select
            label={t("entry.order")}
            value={order}
            onChange={setOrder}
            options={[{ id: BY_REGISTER, label: t("entry.orderRegister") }, ...orders]}
          />
        )}
        <Legend />
        {/* Said here, not in a corner: there it lay over what is explained. */}
        <output className="entry-told">{hasNoFinding && t("entry.noFinding")}</output>
      </div>
      {rows.length === 0 && <p className="entry-none">{t("entry.noneShown")}</p>}
      <div className="entry-sheet">
        <Grid
          model={model}
          gridRef={grid}
          autoFocus
          widths={widths}
          onWidthsChange={(next) => {
            setWidths(next);
            keepWidths(data.form, { ...data.columnWidths, ...next });
          }}
          onActiveChange={({ row, column }) => {
            setHasNoFinding(false);
            place.set({ row, column: Math.min(column, sheet.columns.length - 1) });
          }}
          onOtherKey={onOtherKey}
          words={{
            label: t("entry.grid", { period: printPeriod(data.period, t) }),
            corner: t("entry.tabs.units"),
            code: t("entry.code"),
            name: t("entry.name"),
            total:
              sheet.endedUnits === 0
                ? t("entry.total")
                : t("entry.totalOfThere", { number: sheet.endedUnits }),
            coverage: t("entry.coverage"),
            estimatedMark: t("entry.estimatedMark"),
            summary: ({ cells, numbers, sum }) =>
              numbers === 0
                ? t("entry.summaryEmpty", { cells })
                : t("entry.summary", {
                    cells,
                    numbers,
                    sum,
                    mean: formatMean(sum, numbers),
                  }),
          }}
        />
      </div>
      <ContextStrip sheet={sheet} place={place} rows={rows} />
      {(open === "details" || open === "note") && (
        <CellPanel
          sheet={sheet}
          place={place}
          rows={rows}
          startsWriting={open === "note"}
          drafts={drafts}
          onClose={backToGrid}
        />
      )}
      {open === "findings" && checking.isRunning && (
        <JobBar
          label={t("entry.checking")}
          job={checking}
          countText={`${formatInteger(checking.progress?.done ?? 0)}/${formatInteger(checking.progress?.total ?? 0)}`}
        />
      )}
      {open === "findings" && checking.error && <ErrorCallout error={checking.error} />}
      {open === "findings" && unitsChecked !== null && !checking.isRunning && (
        <FindingsPanel sheet={sheet} unitsChecked={unitsChecked} onClose={backToGrid} onGo={goTo} />
      )}
      {refused !== null && open === null && (
        <RefusedPanel sheet={sheet} refused={refused} onGo={goTo} onClose={forgetRefused} />
      )}
      {asked && (
        <PasteDialog
          plan={asked.plan}
          byThousands={asked.byThousands}
          onDecide={(decided) => {
            asked.decide(decided);
            grid.current?.focus();
          }}
        />
      )}
      {open === "goTo" && (
        <GoToDialog
          units={data.units}
          columns={data.columns}
          from={{ row: rows[place.get().row] ?? 0, column: place.get().column }}
          onGo={(cell) => {
            // The dialog gives the focus back to where it was when it closes; the cell comes after that, and before any key.
            flushSync(() => setOpen(null));
            goTo(cell);
          }}
          onClose={backToGrid}
        />
      )}
      {open === "keys" && <KeysDialog onClose={backToGrid} />}
    </div>
  );
}

/** One decimal, half up, by whole numbers. */
function formatMean(sum: number, count: number): string {
  const tenths = Math.floor((sum * 20 + count) / (count * 2));
  return `${formatInteger(Math.floor(tenths / 10))},${tenths % 10}`;
}
