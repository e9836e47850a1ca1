import "./charts.css";

interface BulletChartProps {
  /** What the picture says, whole: the picture itself is silent to who cannot see it. */
  readonly label: string;
  /** All as part of the scale, 0–1; what lies beyond is drawn at its end. */
  readonly value: number;
  readonly target: number;
  /** Upper end of a target that is a range. */
  readonly upper?: number;
  /** What is still open: drawn as hatching between its ends. */
  readonly low?: number;
  readonly high?: number;
  /** Beside the mark of the target. */
  readonly targetWord: string;
  readonly scaleStart: string;
  readonly scaleEnd: string;
}

const WIDTH = 480;
const BAR = { top: 18, height: 18 };

/** A figure against what was asked of it: a bar, a mark, and hatching for what is not known. Told apart without colour. */
export function BulletChart(props: BulletChartProps) {
  const { label, value, target, upper, low, high, targetWord, scaleStart, scaleEnd } = props;
  const x = (part: number) => Math.max(0, Math.min(1, part)) * WIDTH;
  const middle = BAR.top + BAR.height / 2;
  return (
    <svg className="so-bullet" role="img" aria-label={label} viewBox={`-4 -6 ${WIDTH + 8} 62`}>
      <defs>
        <pattern id="so-bullet-open" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6 6 0" className="so-chart-hatch" />
        </pattern>
      </defs>
      <rect x={0} y={BAR.top} width={WIDTH} height={BAR.height} className="so-chart-ground" />
      {low !== undefined && high !== undefined && high > low && (
        <rect
          x={x(low)}
          y={BAR.top}
          width={x(high) - x(low)}
          height={BAR.height}
          fill="url(#so-bullet-open)"
          className="so-chart-open"
        />
      )}
      {upper !== undefined && (
        <rect
          x={x(target)}
          y={BAR.top - 4}
          width={x(upper) - x(target)}
          height={3}
          className="so-chart-mark"
        />
      )}
      <rect x={0} y={middle - 5} width={x(value)} height={10} className="so-chart-bar" />
      <rect x={x(target) - 1.5} y={BAR.top - 4} width={3} height={BAR.height + 8} className="so-chart-mark" />
      <text x={x(target)} y={10} textAnchor={anchorAt(target)} className="so-chart-word">
        {targetWord}
      </text>
      <text x={0} y={53} className="so-chart-scale">
        {scaleStart}
      </text>
      <text x={WIDTH} y={53} textAnchor="end" className="so-chart-scale">
        {scaleEnd}
      </text>
    </svg>
  );
}

function anchorAt(part: number): "start" | "middle" | "end" {
  return part < 0.15 ? "start" : part > 0.85 ? "end" : "middle";
}
