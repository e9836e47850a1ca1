import type { ImportLine } from "../../../shared/contract/imports.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import { useText } from "../../text/use-text.ts";

interface SimilarLinesProps {
  readonly lines: readonly ImportLine[];
  readonly chosen: ReadonlySet<number>;
  readonly onChange: (chosen: ReadonlySet<number>) => void;
}

/** Look-alikes side by side; a line is imported only when chosen, and nothing is merged (rule V25). */
export function SimilarLines({ lines, chosen, onChange }: SimilarLinesProps) {
  const t = useText();
  function toggle(line: number, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(line);
    else next.delete(line);
    onChange(next);
  }
  return (
    <section>
      <h3>{t("importing.similarTitle")}</h3>
      <p>{t("importing.similarLead")}</p>
      <ul className="similar-list">
        {lines.map((line) => (
          <li key={line.line} className="similar-pair">
            <div className="similar-side">
              <small>{t("importing.similarLine", { line: line.line })}</small>
              <strong>{line.name}</strong>
              <span>{line.code}</span>
            </div>
            <div className="similar-side">
              {line.similarTo.map((other) => (
                <div key={`${other.line ?? ""} ${other.code}`}>
                  <small>
                    {other.line === null
                      ? t("importing.similarRegister")
                      : t("importing.similarLine", { line: other.line })}
                    {" · "}
                    {t(`importing.similarReason.${other.reason}`)}
                  </small>
                  <strong>{other.name}</strong>
                  <span>{other.code}</span>
                </div>
              ))}
            </div>
            <Checkbox isSelected={chosen.has(line.line)} onChange={(is: boolean) => toggle(line.line, is)}>
              {t("importing.applyAnyway", { line: line.line })}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}
