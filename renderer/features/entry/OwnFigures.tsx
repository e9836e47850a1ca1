import { useMutation, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { OpenedForm } from "../../../shared/contract/entries.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import type { EditorMode } from "../../components/grid/grid-keys.ts";
import { isReadOnlyCell } from "../../components/grid/grid-model.ts";
import { showToast } from "../../components/Toast.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { ActivePlace } from "../../sheet/active-place.ts";
import { CellPanel } from "../../sheet/CellPanel.tsx";
import { EntryFacts } from "../../sheet/EntryFacts.tsx";
import { type EntryAction, entryAction, OWN_KEYS } from "../../sheet/entry-keys.ts";
import type { EntrySheet } from "../../sheet/entry-sheet.ts";
import { nextOpenFinding } from "../../sheet/find-finding.ts";
import { FindingsPanel } from "../../sheet/FindingsPanel.tsx";
import { KeysDialog } from "../../sheet/KeysDialog.tsx";
import { Legend } from "../../sheet/Legend.tsx";
import type { FieldStep } from "./OwnFigureField.tsx";
import { OwnFiguresTable } from "./OwnFiguresTable.tsx";
import { useNoteDrafts } from "../../sheet/note-drafts.ts";
import { PasteDialog } from "../../sheet/PasteDialog.tsx";
import { RefusedPanel } from "../../sheet/RefusedPanel.tsx";
import { useEntrySheet } from "../../sheet/use-entry-sheet.ts";
import { useMarkEstimated } from "../../sheet/use-mark-estimated.ts";
import { useTellSaved } from "../../sheet/use-tell-saved.ts";
import "../../sheet/sheet.css";
import { PrepareLink } from "./PrepareLink.tsx";

type Open = "details" | "note" | "findings" | "keys" | null;

/** The figures of the office itself: one column of values, each beside what stood there before. */
export function OwnFigures({ data }: { readonly data: OpenedForm }) {
  const t = useText();
  const page = useRef<HTMLDivElement>(null);
  const { sheet, asked, refused, locked, forgetRefused, keepRefused } = useEntrySheet(data);
  const [place] = useState(() => new ActivePlace());
  const drafts = useNoteDrafts();
  const mark = useMarkEstimated(sheet);
  const tellSaved = useTellSaved(sheet);
  const [hasNoFinding, setHasNoFinding] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const unit = data.units[0]?.uid ?? "";
  const { period } = data;
  const saved = useSyncExternalStore(
    useCallback((listener) => sheet.saver.subscribe(listener), [sheet]),
    () => sheet.saver.settledCount(),
  );
  const context = useQuery({
    ...api.entries.unitContext.queryOptions({ input: { unit, period } }),
    // The sum since January changes with what is saved here.
    queryKey: ["unitContext", unit, data.period, saved],
    gcTime: 0,
    placeholderData: (previous) => previous,
  });
  const checking = useMutation({
    mutationFn: () => api.entries.check.call({ form: data.form, period, units: [unit] }),
    onSuccess(result) {
      sheet.setFindings(result.findings);
    },
  });
  const runCheck = checking.mutate;
  useEffect(() => runCheck(), [runCheck]);
  const isWritable = (column: number) => !isReadOnlyCell(sheet, { row: 0, column });
  useEffect(
    () =>
      fieldOf(
        page.current,
        data.columns.findIndex(({ mode }) => mode === "entered"),
      )?.focus(),
    [data],
  );

  const goTo = (column: number) => fieldOf(page.current, column)?.focus();
  const backToField = () => {
    setOpen(null);
    goTo(place.get().column);
  };

  function onStep(from: number, step: FieldStep) {
    const all = data.columns.map((_, index) => index);
    const writable = all.filter(isWritable);
    const targets = step === "up" || step === "down" || writable.length === 0 ? all : writable;
    const next = {
      next: targets.find((index) => index > from),
      down: targets.find((index) => index > from),
      previous: targets.findLast((index) => index < from),
      up: targets.findLast((index) => index < from),
      first: targets[0],
      last: targets.at(-1),
    }[step];
    goTo(next ?? from);
  }

  async function step(direction: "undo" | "redo") {
    const from = document.activeElement;
    const result = await sheet.step(direction);
    if (result.outcome !== "done") {
      showToast(t(`entry.step.${direction}.${result.outcome}`), "info");
      return;
    }
    keepRefused();
    const [first] = result.cells;
    if (first && document.activeElement === from) goTo(first.column);
    const kept = result.kept > 0 ? ` ${t("entry.step.kept", { number: result.kept })}` : "";
    showToast(t(`entry.step.${direction}.done`, { number: result.count }) + kept);
  }

  function toFinding(from: number, direction: 1 | -1) {
    const found = nextOpenFinding(sheet, { row: 0, column: from }, direction);
    if (found) goTo(found.column);
    setHasNoFinding(found === null);
  }

  function act(action: EntryAction, from: number) {
    if (action === "undo" || action === "redo") void step(action);
    else if (action === "nextFinding") toFinding(from, 1);
    else if (action === "previousFinding") toFinding(from, -1);
    else if (action === "check") {
      setOpen("findings");
      checking.mutate();
    } else if (action === "save") void tellSaved();
    else if (action === "rowNoOccurrence") sheet.fillRowsWithNoOccurrence([0]);
    else if (action === "markEstimate") void mark([{ row: 0, column: from }], "toggle");
    else if (action === "details" || action === "note" || action === "keys") setOpen(action);
  }

  function onOtherKey(event: KeyboardEvent, index: number, mode: EditorMode) {
    const action = entryAction(event, mode);
    // Everything is in sight: there is nothing to filter and nowhere to go to.
    if (!action || action === "filter" || action === "goTo") return;
    event.preventDefault();
    act(action, index);
  }

  return (
    <div className="page own-figures" ref={page}>
      <header className="page-head">
        <h1>
          {t("entry.self")} · {printPeriod(data.period, t)}
        </h1>
        <EntryFacts sheet={sheet} progress={<Filled sheet={sheet} />} />
        <div className="page-actions">
          <Button onPress={() => setOpen("keys")}>{t("entry.keys.open")}</Button>
          <Button onPress={() => setOpen(open === "details" ? null : "details")}>
            {t("entry.own.details")}
          </Button>
          <Button
            isPending={checking.isPending}
            onPress={() => {
              setOpen("findings");
              checking.mutate();
            }}
          >
            {t("entry.check")}
          </Button>
          <PrepareLink data={data} />
        </div>
      </header>
      <ErrorCallout error={context.error ?? checking.error} />
      {locked && <Callout tone="locked">{locked}</Callout>}
      <div className="entry-filters">
        <Legend />
        <output className="entry-told">{hasNoFinding && t("entry.noFinding")}</output>
      </div>
      <div className="own-sheet">
        <OwnFiguresTable
          sheet={sheet}
          context={context.data}
          onFocus={(column) => {
            setHasNoFinding(false);
            place.set({ row: 0, column });
          }}
          onStep={onStep}
          onPasteLines={(from, lines) => {
            const inside = lines.slice(0, data.columns.length - from);
            sheet.paste(
              inside.map((text, offset) => ({ row: 0, column: from + offset, text })),
              { cells: lines.length - inside.length, lines: [] },
            );
          }}
          onOtherKey={onOtherKey}
        />
      </div>
      {(open === "details" || open === "note") && (
        <CellPanel
          sheet={sheet}
          place={place}
          rows={[0]}
          startsWriting={open === "note"}
          drafts={drafts}
          onClose={backToField}
        />
      )}
      {open === "findings" && checking.isSuccess && (
        <FindingsPanel
          sheet={sheet}
          unitsChecked={1}
          onClose={backToField}
          onGo={({ column }) => goTo(column)}
        />
      )}
      {refused !== null && open === null && (
        <RefusedPanel
          sheet={sheet}
          refused={refused}
          onGo={({ column }) => goTo(column)}
          onClose={forgetRefused}
        />
      )}
      {asked && <PasteDialog plan={asked.plan} byThousands={asked.byThousands} onDecide={asked.decide} />}
      {open === "keys" && <KeysDialog keys={OWN_KEYS} onClose={backToField} />}
    </div>
  );
}

function Filled({ sheet }: { readonly sheet: EntrySheet }) {
  const t = useText();
  useSyncExternalStore(
    useCallback((listener) => sheet.subscribe(listener), [sheet]),
    () => sheet.version(),
  );
  const entered = sheet.form.columns.flatMap(({ mode }, index) => (mode === "entered" ? [index] : []));
  const filled = entered.filter((index) => sheet.cell(0, index).state !== "empty");
  return t("entry.own.filled", { filled: filled.length, asked: entered.length });
}

function fieldOf(page: HTMLElement | null, column: number): HTMLInputElement | null {
  return page?.querySelector(`[data-own-figure="${column}"]`) ?? null;
}
