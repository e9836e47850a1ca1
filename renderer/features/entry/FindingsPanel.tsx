import type { FindingView } from "../../../shared/contract/entries.ts";
import { Callout } from "../../components/Callout.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { useText } from "../../text/use-text.ts";

interface FindingsPanelProps {
  readonly findings: readonly FindingView[];
  readonly unitsChecked: number;
  readonly onClose: () => void;
  readonly onGo: (finding: FindingView) => void;
}

/** What the rules said, what blocks first; each line leads to its cell. */
export function FindingsPanel({ findings, unitsChecked, onClose, onGo }: FindingsPanelProps) {
  const t = useText();
  const blocking = findings.filter((finding) => finding.severity === "block");
  const warnings = findings.filter((finding) => finding.severity === "warn");
  return (
    <SidePanel title={t("entry.checkTitle")} onClose={onClose}>
      <p>
        {t("entry.checkSummary", {
          blocking: blocking.length,
          warnings: warnings.length,
          units: unitsChecked,
        })}
      </p>
      {findings.length === 0 && <Callout tone="success">{t("entry.checkClean")}</Callout>}
      <ul className="finding-list">
        {[...blocking, ...warnings].slice(0, 500).map((finding) => (
          <li
            key={`${finding.unitUid} ${finding.rule} ${finding.elements.join()}`}
            data-severity={finding.severity}
          >
            <button type="button" className="finding-go" onClick={() => onGo(finding)}>
              {finding.rule} · {finding.unitCode} {finding.unitName}
            </button>
            <span>{finding.message}</span>
            {finding.explanation && <em>{finding.explanation}</em>}
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
