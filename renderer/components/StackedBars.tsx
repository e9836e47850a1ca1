import "./charts.css";

export interface StackedPart {
  readonly id: string;
  readonly count: number;
  /** Stands in the bar: readable without colour. */
  readonly sign: string;
  /** full: reached · quiet: known otherwise · hatched: nothing can be said · open: still running. */
  readonly look: "full" | "quiet" | "hatched" | "open";
}

interface StackedBar {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly StackedPart[];
}

interface StackedBarsProps {
  readonly label: string;
  readonly bars: readonly StackedBar[];
}

const WIDTH = 720;
const NAMES = 200;
const ROW = 30;
const BAR = 20;
/** Below this a part has no room for its sign and its number. */
const ROOM = 30;

/** What some wholes are made of, as parts of each; signs, hatching and numbers tell them apart, not colours. */
export function StackedBars({ label, bars }: StackedBarsProps) {
  const most = Math.max(1, ...bars.map(({ parts }) => sumOf(parts)));
  const scale = (WIDTH - NAMES) / most;
  return (
    <svg
      className="so-stacked"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
      style={{ maxWidth: WIDTH * 1.25 }}
    >
      <defs>
        <pattern id="so-stacked-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6 6 0" className="so-chart-hatch" />
        </pattern>
      </defs>
      {bars.map(({ id, name, parts }, row) => {
        let from = NAMES;
        return (
          <g key={id}>
            <text x={NAMES - 8} y={row * ROW + BAR - 2} textAnchor="end" className="so-chart-word">
              {name}
            </text>
            {parts.map((part) => {
              const x = from;
              const width = part.count * scale;
              from += width;
              return (
                <g key={part.id}>
                  <rect
                    x={x}
                    y={row * ROW + 4}
                    width={width}
                    height={BAR}
                    className={`so-stacked-${part.look}`}
                    {...(part.look === "hatched" && { fill: "url(#so-stacked-hatch)" })}
                  />
                  {width >= ROOM && (
                    <text
                      x={x + width / 2}
                      y={row * ROW + BAR - 2}
                      textAnchor="middle"
                      className={part.look === "full" ? "so-stacked-word-light" : "so-stacked-word"}
                    >
                      {part.sign} {part.count}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

function sumOf(parts: readonly StackedPart[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
