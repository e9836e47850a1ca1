import { useText } from "../text/use-text.ts";

/** What a cell looks like, and what it means; never by colour alone. */
const STATES = [
  { name: "value", sample: "120", tone: "normal", state: "value" },
  { name: "zero", sample: "0", tone: "normal", state: "value" },
  { name: "empty", sample: "", tone: "normal", state: "empty" },
  { name: "noOccurrence", sample: "-", tone: "normal", state: "mark" },
  { name: "notApplicable", sample: "x", tone: "notApplicable", state: "mark" },
  { name: "notCollected", sample: "?", tone: "normal", state: "mark" },
  { name: "estimated", sample: "120", tone: "normal", state: "value" },
  { name: "saving", sample: "120", tone: "normal", state: "value" },
  { name: "refused", sample: "12a", tone: "refused", state: "value" },
  { name: "warned", sample: "980", tone: "warned", state: "value" },
  { name: "explained", sample: "980", tone: "explained", state: "value" },
  { name: "note", sample: "120", tone: "normal", state: "value" },
  { name: "computed", sample: "360", tone: "computed", state: "value" },
  { name: "partial", sample: "240", tone: "computed", state: "value" },
  { name: "locked", sample: "120", tone: "locked", state: "value" },
  { name: "returned", sample: "120", tone: "returned", state: "value" },
] as const;

export function Legend() {
  const t = useText();
  return (
    <details className="entry-legend">
      <summary>{t("entry.legendTitle")}</summary>
      <ul>
        {STATES.map(({ name, sample, tone, state }) => (
          <li key={name}>
            <span
              className="so-grid-cell so-grid-sample"
              data-tone={tone}
              data-state={state}
              data-align={state === "mark" ? "center" : "end"}
              data-opened={name === "returned" ? "" : undefined}
              data-estimated={name === "estimated" ? "" : undefined}
            >
              {sample}
              {name === "estimated" && <span className="so-grid-estimated">{t("entry.estimatedMark")}</span>}
              {name === "partial" && <span className="so-grid-partial">*</span>}
              {name === "saving" && <span className="so-grid-saving" />}
              {name === "note" && <span className="so-grid-note" />}
            </span>
            {t(`entry.legendOf.${name}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
