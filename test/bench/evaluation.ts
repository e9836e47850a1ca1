// The scoreboard of the five programmes for 2,000 unions, against the same sums in hand-written SQL.
import { openHost } from "../../electron/api/host.ts";
import { periodId } from "../../electron/database/queries/periods.ts";
import { PROGRAMMES } from "../../shared/catalogue/programmes.ts";
import { periodOf } from "../../shared/domain/period.ts";
import { sumsByHand } from "./evaluation-sql.ts";
import { CLOCK, YEAR, YEARS } from "./offices.ts";
import { measure, type Ratio, timed, timedAsync } from "./ratio.ts";
import { clientOf } from "../support/test-office.ts";

/** @throws when a figure of the evaluation differs from the one in SQL: two different sums cannot be compared */
export async function measureEvaluation(folder: string): Promise<Ratio[]> {
  const host = await openHost({ dataFolder: folder, clock: CLOCK, program: "cli" });
  const client = clientOf(host);
  const { workspace } = host.context;
  const prepare = (year: number) =>
    sumsByHand({
      year,
      bookedSince: Math.min(...YEARS),
      elementId: (code) => workspace.elementId(code),
      periodId: (code) => periodId(periodOf(code)),
      selfId: workspace.office?.unitId ?? 0,
    }).map(({ target, sql }) => ({
      target: `${target} in ${year}`,
      statement: workspace.db.raw.prepare(sql).raw(),
    }));
  const judge = async (year: number) => {
    const figures: Figure[] = [];
    for (const { code } of PROGRAMMES) {
      const { rows } = await client.evaluation.evaluate({ programme: code, period: String(year) });
      for (const { target, numerator, denominator } of rows)
        figures.push({ target: `${target} in ${year}`, numerator, denominator });
    }
    return figures;
  };
  const contest = async (name: string, aim: number, rounds: number, years: readonly number[]) => {
    const statements = years.flatMap(prepare);
    const byHand = () =>
      statements.map(({ target, statement }) => {
        const [numerator, denominator] = statement.get() as [number | null, number | null];
        return { target, numerator, denominator };
      });
    const judged = async () => {
      const figures: Figure[] = [];
      for (const year of years) figures.push(...(await judge(year)));
      return figures;
    };
    assertSameFigures(await judged(), byHand());
    return measure({
      name: `${name} / hand-written SQL`,
      aim,
      rounds,
      // A change before each round: nothing remembered of the round before may serve.
      ours() {
        workspace.db.raw.exec("UPDATE org_unit SET created_at = created_at WHERE id = 1");
        return timedAsync(judged);
      },
      least: () => timed(byHand),
    });
  };
  try {
    return [
      await contest("evaluate 47 targets, 2,000 unions, one year", 1.5, 15, [YEAR]),
      await contest("scoreboard of five programmes, 2,000 unions, three years", 1.3, 9, YEARS),
    ];
  } finally {
    await host.close();
  }
}

interface Figure {
  readonly target: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

function assertSameFigures(judged: readonly Figure[], byHand: readonly Figure[]): void {
  const expected = new Map(byHand.map((figure) => [figure.target, figure]));
  const wrong = judged.filter(({ target, numerator, denominator }) => {
    const figure = expected.get(target);
    return figure?.numerator !== numerator || figure.denominator !== denominator;
  });
  if (wrong.length === 0 && judged.length === byHand.length) return;
  const lines = wrong.map((figure) => {
    const { numerator, denominator } = expected.get(figure.target) ?? {};
    return `${figure.target}: ${figure.numerator}/${figure.denominator}, SQL ${numerator}/${denominator}`;
  });
  throw new Error(
    `${judged.length} targets judged, ${byHand.length} in SQL; different:\n${lines.join("\n")}`,
  );
}
