// What the rules say of the unions of a form now: every answer to a save says it anew for the unions it touched.
import type { FindingView } from "../../shared/contract/entries.ts";
import type { ElementCode } from "../../shared/domain/data-element.ts";

export class SheetFindings {
  readonly #byUnit = new Map<string, readonly FindingView[]>();
  readonly #listeners = new Set<() => void>();
  #all: readonly FindingView[] | null = null;
  /** When each unit was last judged, counted in judgements. */
  readonly #judgedAt = new Map<string, number>();
  #judgements = 0;

  of(unit: string): readonly FindingView[] {
    return this.#byUnit.get(unit) ?? [];
  }

  /** Of every union; the same array until something changes. */
  readonly all = (): readonly FindingView[] => {
    this.#all ??= [...this.#byUnit.values()].flat();
    return this.#all;
  };

  /** Takes over what was said of some unions. @returns those of whom something was or is said, with the elements it is about */
  set(findings: readonly FindingView[], units: readonly string[]): Map<string, ReadonlySet<ElementCode>> {
    this.#judgements += 1;
    for (const uid of units) this.#judgedAt.set(uid, this.#judgements);
    const byUnit = Map.groupBy(findings, (finding) => finding.unitUid ?? "");
    const changed = new Map<string, ReadonlySet<ElementCode>>();
    for (const uid of units) {
      const said = byUnit.get(uid) ?? [];
      const both = [...this.of(uid), ...said];
      if (both.length === 0) continue;
      changed.set(uid, new Set(both.flatMap(({ elements }) => elements)));
      this.#byUnit.set(uid, said);
    }
    if (changed.size > 0) {
      this.#all = null;
      for (const listener of this.#listeners) listener();
    }
    return changed;
  }

  /** @returns whether a unit was judged again since now: a check of the whole form may come back with less than is known */
  watch(): (unit: string) => boolean {
    const from = this.#judgements;
    return (unit) => (this.#judgedAt.get(unit) ?? 0) > from;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
