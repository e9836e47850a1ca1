import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { FindingView } from "../../shared/contract/entries.ts";
import { findingKey } from "../../shared/domain/validation/finding.ts";
import { Callout } from "../components/Callout.tsx";
import type { CellAddress } from "../components/grid/grid-model.ts";
import { SidePanel } from "../components/SidePanel.tsx";
import { useDataWords } from "../text/data-words.ts";
import { useText } from "../text/use-text.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import { UnsavedList } from "./UnsavedList.tsx";

interface FindingsPanelProps {
  readonly sheet: EntrySheet;
  readonly unitsChecked: number;
  readonly onClose: () => void;
  readonly onGo: (cell: CellAddress) => void;
}

const MOST_SHOWN = 500;

/** What is not stored yet, then what the rules say now, what blocks first; each line leads to its cell. A correction changes it with its own answer. */
export function FindingsPanel({ sheet, unitsChecked, onClose, onGo }: FindingsPanelProps) {
  const t = useText();
  const words = useDataWords();
  const all = useSyncExternalStore(sheet.findings.subscribe, sheet.findings.all);
  const unsaved = useSyncExternalStore(
    useCallback((listener) => sheet.unsaved.subscribe(listener), [sheet]),
    () => sheet.unsaved.refusedCount(),
  );
  const findings = useMemo(() => inOrder(sheet, all), [sheet, all]);
  const blocking = findings.filter((finding) => finding.severity === "block");
  return (
    <SidePanel title={t("entry.checkTitle")} onClose={onClose}>
      <UnsavedList sheet={sheet} onGo={onGo} />
      <p aria-live="polite">
        {t("entry.checkSummary", {
          blocking: blocking.length,
          warnings: findings.length - blocking.length,
          units: unitsChecked,
        })}
      </p>
      {findings.length === 0 && unsaved === 0 && <Callout tone="success">{t("entry.checkClean")}</Callout>}
      <ul className="finding-list">
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <li key={`${finding.unitUid} ${findingKey(finding)}`} data-severity={finding.severity}>
            <button
              type="button"
              className="finding-go"
              onClick={() => {
                const cell = sheet.placeOf(finding);
                if (cell) onGo(cell);
              }}
            >
              {finding.rule} · {finding.unitCode} {finding.unitName}
            </button>
            <span>{words.finding(finding.said)}</span>
            {finding.explanation && (
              <em>
                ✓ {t("entry.explain.label")}: {finding.explanation}
              </em>
            )}
          </li>
        ))}
      </ul>
      {findings.length > MOST_SHOWN && (
        <p>{t("entry.refusedMore", { number: findings.length - MOST_SHOWN })}</p>
      )}
    </SidePanel>
  );
}

/** What blocks before what warns, each as the unions stand in the form. */
function inOrder(sheet: EntrySheet, findings: readonly FindingView[]): readonly FindingView[] {
  const rank = ({ severity, unitUid }: FindingView) =>
    (severity === "block" ? 0 : sheet.rowCount) + (sheet.cells.rowOf(unitUid ?? "") ?? 0);
  return findings.toSorted((left, right) => rank(left) - rank(right));
}
