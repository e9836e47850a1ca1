import { useId } from "react";
import "./charts.css";

interface TrendPoint {
  readonly id: string;
  /** Below the point: "2024". */
  readonly name: string;
  /** Above the point: "80,85 %"; of a missing one what stands in its place. */
  readonly display: string;
  /** Part of the scale, 0–1; null where nothing is known: the line is interrupted there. */
  readonly value: number | null;
  /** What was asked, 0–1; null where nothing was. */
  readonly target: number | null;
  /** Not the whole time or not every unit: an open point instead of a filled one. */
  readonly isPartial: boolean;
}

/** Where the figures stop being comparable: a dotted line before a point, with the number of its note. */
export interface TrendBreak {
  readonly id: string;
  /** Place of the point it stands before, > 0. */
  readonly before: number;
  readonly sign: string;
}

interface TrendChartProps {
  readonly label: string;
  readonly points: readonly TrendPoint[];
  readonly breaks?: readonly TrendBreak[];
}

const HEIGHT = 140;
const STEP = 110;
const TOP = 24;
const BOTTOM = 24;

/** The figure stands above its point, below it where what was asked is drawn there. @param above pixels from the mark down to the point */
function wordShift(above: number): number {
  return above > 0 && above < 24 ? 18 : -9;
}

/** A figure over years as a line, what was asked as a short bar at each year. The figures stand at the points. */
export function TrendChart({ label, points, breaks = [] }: TrendChartProps) {
  const patternId = useId();
  const width = STEP * points.length;
  const x = (index: number) => STEP * index + STEP / 2;
  const y = (part: number) => TOP + (1 - Math.max(0, Math.min(1, part))) * (HEIGHT - TOP - BOTTOM);
  return (
    <svg
      className="so-trend"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      style={{ maxWidth: width }}
    >
      <defs>
        <pattern id={patternId} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6 6 0" className="so-chart-hatch" />
        </pattern>
      </defs>
      <line x1={0} x2={width} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className="so-chart-axis" />
      {runsOf(points).map((run) => (
        <polyline
          key={run[0]?.index}
          points={run.map(({ index, value }) => `${x(index)},${y(value)}`).join(" ")}
          className="so-chart-line"
        />
      ))}
      {breaks.map(({ id, before, sign }) => (
        <g key={id}>
          <line
            x1={STEP * before}
            x2={STEP * before}
            y1={14}
            y2={HEIGHT - BOTTOM}
            className="so-chart-break"
          />
          <text x={STEP * before} y={10} textAnchor="middle" className="so-chart-word">
            {sign}
          </text>
        </g>
      ))}
      {points.map(({ id, name, display, value, target, isPartial }, index) => (
        <g key={id}>
          {target !== null && (
            <line
              x1={x(index) - 26}
              x2={x(index) + 26}
              y1={y(target)}
              y2={y(target)}
              className="so-chart-asked"
            />
          )}
          {value === null ? (
            <rect
              x={x(index) - 30}
              y={TOP + 16}
              width={60}
              height={HEIGHT - TOP - BOTTOM - 16}
              className="so-chart-missing"
              fill={`url(#${patternId})`}
            />
          ) : (
            <circle
              cx={x(index)}
              cy={y(value)}
              r={4.5}
              className={isPartial ? "so-chart-point-open" : "so-chart-point"}
            />
          )}
          <text
            x={x(index)}
            y={value === null ? TOP + 8 : y(value) + wordShift(target === null ? 0 : y(value) - y(target))}
            textAnchor="middle"
            className="so-chart-word"
          >
            {display}
          </text>
          <text x={x(index)} y={HEIGHT - 7} textAnchor="middle" className="so-chart-scale">
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Neighbouring points that are known: no line leads over a year of which nothing is known. */
function runsOf(points: readonly TrendPoint[]): { readonly index: number; readonly value: number }[][] {
  const runs: { index: number; value: number }[][] = [[]];
  points.forEach(({ value }, index) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ index, value });
  });
  return runs.filter((run) => run.length > 1);
}
