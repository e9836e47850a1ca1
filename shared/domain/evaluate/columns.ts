// Columns over the units for a window, from the raw yearly reductions.
import { type DataElement, type ElementCode, isApplicable, isCumulative } from "../data-element.ts";
import type { PeriodCoverage } from "../evaluation.ts";
import { type Period, periodOf } from "../period.ts";
import {
  type FigureColumn,
  type FigureSource,
  lastMonthOf,
  lifeBits,
  periodsWithin,
  type RawColumn,
  reductionOf,
  type Standing,
  standingOf,
  type UnitFacts,
  wantedBits,
} from "./figures.ts";
import { fromJanuary, spansOf, type Window } from "./window.ts";

/** Reads columns of one source; each element and window is reduced once. */
export class Columns {
  readonly #source: FigureSource;
  readonly #everyone: readonly UnitFacts[];
  readonly #known = new Map<string, FigureColumn>();
  readonly #raw = new Map<string, RawColumn>();
  /** A target asks for its columns once for every unit: found by the window itself, without spelling out a key. */
  readonly #ofWindow = new WeakMap<Window, Map<ElementCode, FigureColumn>>();

  constructor(source: FigureSource) {
    this.#source = source;
    this.#everyone = [...source.units, source.self];
  }

  /** The figures of an element over a window; index = unit, the office itself last. */
  over(code: ElementCode, window: Window): FigureColumn {
    let columns = this.#ofWindow.get(window);
    if (!columns) {
      columns = new Map();
      this.#ofWindow.set(window, columns);
    }
    let column = columns.get(code);
    if (!column) {
      column = this.#over(code, window);
      columns.set(code, column);
    }
    return column;
  }

  #over(code: ElementCode, window: Window): FigureColumn {
    const element = this.#source.elementOf(code);
    const isStock = element.time === "LAST" || element.time === "GRADE";
    if (window.kind !== "programme" || isStock) {
      return this.#remember(`${code} ${window.kind === "period" ? "in" : "to"} ${window.period.code}`, () =>
        isStock
          ? this.#stock(element, window.period)
          : this.#inYear(element, window.kind === "period" ? window.period : fromJanuary(window.period)),
      );
    }
    return this.#remember(`${code} since ${window.firstYear} to ${window.period.code}`, () =>
      this.#overYears(element, window),
    );
  }

  /** The stock of an element at the end of a year. */
  atEndOf(code: ElementCode, year: number): FigureColumn {
    return this.#remember(`${code} at ${year}`, () =>
      this.#inYear(this.#source.elementOf(code), periodOf(String(year))),
    );
  }

  #remember(key: string, make: () => FigureColumn): FigureColumn {
    const known = this.#known.get(key);
    if (known) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }

  #inYear(element: DataElement, span: Period): FigureColumn {
    const reduction = reductionOf(element);
    const raw = this.#rawOf(element, span);
    const standing = this.#everyone.map((unit, index): Standing => {
      const notApplicable = raw.monthsNotApplicable[index] ?? 0;
      const covered = raw.monthsCovered[index] ?? 0;
      if (covered === 0 && !this.#isAsked(element, unit)) return "notApplicable";
      return standingOf(
        element,
        reduction,
        span,
        lifeBits(unit, span.year),
        covered,
        notApplicable,
        raw.value[index] ?? 0,
      );
    });
    return { standing, value: withoutStale(raw.value, standing) };
  }

  #rawOf(element: DataElement, span: Period): RawColumn {
    const key = `${element.code} ${span.firstMonth} ${span.code}`;
    const known = this.#raw.get(key);
    if (known) return known;
    const made = this.#source.raw(element.code, span, reductionOf(element));
    this.#raw.set(key, made);
    return made;
  }

  /**
   * How much of the time asked for has figures: of a flow the periods that have one, of a figure since 1 January the
   * months up to the last one entered. Undefined for elements of which one figure stands for the whole time.
   *
   * @param indices units as in the source; a period counts once any of them has answered it
   */
  coverage(code: ElementCode, window: Window, indices: readonly number[]): PeriodCoverage | undefined {
    const element = this.#source.elementOf(code);
    if (element.time !== "SUM" && element.time !== "YTD") return undefined;
    const isInMonths = isCumulative(element);
    const counted = (bits: number) => (isInMonths ? lastMonthOf(bits) : periodsWithin(element.rhythm, bits));
    let answered = 0;
    let asked = 0;
    for (const span of spansOf(window)) {
      const raw = this.#rawOf(element, span);
      let covered = 0;
      let wanted = 0;
      for (const index of indices) {
        const unit = this.#everyone[index];
        if (unit === undefined || !this.#isAsked(element, unit)) continue;
        wanted |= wantedBits(element.rhythm, span, lifeBits(unit, span.year));
        covered |= (raw.monthsCovered[index] ?? 0) | (raw.monthsNotApplicable[index] ?? 0);
      }
      answered += counted(covered & wanted);
      asked += counted(wanted);
    }
    return asked === 0 ? undefined : { rhythm: isInMonths ? "month" : element.rhythm, answered, asked };
  }

  /** The office is asked only what concerns its own level, a union what applies to its kind of employer. */
  #isAsked(element: DataElement, unit: UnitFacts): boolean {
    return unit === this.#source.self || unit.isOffice
      ? element.levels.includes("self")
      : isApplicable(element, unit.employerType);
  }

  /** A stock not due yet this year is the one of the end of last year: it stays until it is counted again. */
  #stock(element: DataElement, period: Period): FigureColumn {
    const now = this.#inYear(element, fromJanuary(period));
    if (element.time === "GRADE" || !now.standing.includes("notDue")) return now;
    const before = this.#inYear(element, periodOf(String(period.year - 1)));
    const value = Float64Array.from(now.value, (figure, index) =>
      now.standing[index] === "notDue" ? (before.value[index] ?? 0) : figure,
    );
    return {
      value,
      standing: now.standing.map((standing, index) =>
        standing === "notDue" ? (before.standing[index] ?? standing) : standing,
      ),
    };
  }

  /** Flows add up over the years of a programme; an act done in any year stays done. */
  #overYears(element: DataElement, window: Window): FigureColumn {
    const years: FigureColumn[] = [];
    for (let year = window.firstYear; year < window.period.year; year += 1)
      years.push(this.#inYear(element, periodOf(String(year))));
    years.push(this.#inYear(element, fromJanuary(window.period)));
    const isAct = element.time === "ANY";
    const value = new Float64Array(this.#everyone.length);
    const standing = this.#everyone.map((_, index): Standing => {
      const parts = years.map((year) => year.standing[index] ?? "missing");
      const figures = years.map((year) => year.value[index] ?? 0);
      value[index] = isAct ? Math.max(...figures) : figures.reduce((sum, figure) => sum + figure, 0);
      if (isAct && value[index] === 1) return "known";
      return worstOf(isAct ? parts.slice(-1) : parts);
    });
    return { standing, value };
  }
}

/** A stock of an earlier month says nothing of the day asked for: it may have gone up or down since. */
function withoutStale(value: Float64Array, standing: readonly Standing[]): Float64Array {
  return value.map((figure, index) => (standing[index] === "missing" ? 0 : figure));
}

function worstOf(parts: readonly Standing[]): Standing {
  const asked = parts.filter((part) => part !== "notApplicable" && part !== "notDue");
  if (asked.length === 0) return parts.includes("notDue") ? "notDue" : "notApplicable";
  if (asked.every((part) => part === "known")) return "known";
  return asked.every((part) => part === "missing") ? "missing" : "partial";
}
