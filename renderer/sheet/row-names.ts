// The rows of a sheet by the codes and names of their units, as another sheet writes them.
import type { FormUnit } from "../../shared/contract/entries.ts";
import { searchKey } from "../../shared/domain/text.ts";

export class RowNames {
  readonly #units: readonly Pick<FormUnit, "code" | "name">[];
  /** Null: several rows bear it. */
  #rows: Map<string, number | null> | undefined;

  constructor(units: readonly Pick<FormUnit, "code" | "name">[]) {
    this.#units = units;
  }

  /** Undefined when no row, or more than one, is called so. A number names no row: it may be a figure. */
  rowOf(text: string): number | undefined {
    const key = searchKey(text);
    if (!/\p{L}/u.test(key)) return undefined;
    this.#rows ??= this.#read();
    return this.#rows.get(key) ?? undefined;
  }

  #read(): Map<string, number | null> {
    const rows = new Map<string, number | null>();
    this.#units.forEach(({ code, name }, row) => {
      for (const key of new Set([searchKey(code), searchKey(name)])) {
        const known = rows.get(key);
        rows.set(key, known === undefined || known === row ? row : null);
      }
    });
    return rows;
  }
}
