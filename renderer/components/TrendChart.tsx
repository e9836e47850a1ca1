import "./charts.css";

export interface TrendPoint {
  readonly id: string;
  /** Below the point: "2024". */
  readonly name: string;
  /** Above the point: "80,85 %". */
  readonly display: string;
  /** Parts of the scale, 0–1. */
  readonly value: number;
  readonly target: number;
  /** Not the whole time or not every unit: an open point instead of a filled one. */
  readonly isPartial: boolean;
}

export interface TrendChartProps {
  readonly label: string;
  readonly points: readonly TrendPoint[];
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
export function TrendChart({ label, points }: TrendChartProps) {
  const width = STEP * points.length;
  const x = (index: number) => STEP * index + STEP / 2;
  const y = (part: number) => TOP + (1 - Math.max(0, Math.min(1, part))) * (HEIGHT - TOP - BOTTOM);
  const line = points.map(({ value }, index) => `${x(index)},${y(value)}`).join(" ");
  return (
    <svg
      className="so-trend"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      style={{ maxWidth: width }}
    >
      <line x1={0} x2={width} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className="so-chart-axis" />
      <polyline points={line} className="so-chart-line" />
      {points.map(({ id, name, display, value, target, isPartial }, index) => (
        <g key={id}>
          <line
            x1={x(index) - 26}
            x2={x(index) + 26}
            y1={y(target)}
            y2={y(target)}
            className="so-chart-asked"
          />
          <circle
            cx={x(index)}
            cy={y(value)}
            r={4.5}
            className={isPartial ? "so-chart-point-open" : "so-chart-point"}
          />
          <text
            x={x(index)}
            y={y(value) + wordShift(y(value) - y(target))}
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
