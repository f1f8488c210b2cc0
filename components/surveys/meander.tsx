type Point = readonly [x: number, y: number];
type Size = { width: number; top: number; bottom: number; stroke: number; disc: number };

const wide: Size = { width: 900, top: 17, bottom: 95, stroke: 6, disc: 14 };
const narrow: Size = { width: 360, top: 17, bottom: 61, stroke: 5, disc: 12 };
const margin = 8;
const parts = 24;
/** How far a meander turns off the valley's line, as real ones do. */
const turn = 1.86;

/** The way through the survey as the river takes it: stops in its bends, what is done in full water. */
export function Meander({ step, steps }: { step: number; steps: number }) {
  return (
    <div aria-hidden="true">
      <Drawing size={wide} step={step} steps={steps} className="meander only-wide" />
      <Drawing size={narrow} step={step} steps={steps} className="meander only-narrow" />
    </div>
  );
}

type DrawingProps = { size: Size; step: number; steps: number; className: string };

function Drawing({ size, step, steps, className }: DrawingProps) {
  const points = curve(size, steps + 1);
  const upTo = points.slice(0, step * parts + 1);
  const stops = Array.from({ length: steps }, (_, index) => ({
    number: index + 1,
    at: points[(index + 1) * parts] ?? ([0, 0] as const),
  }));
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size.width} ${size.bottom + size.top}`}
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={pathOf(points.slice(step * parts))}
        fill="none"
        stroke="var(--cl-control)"
        strokeWidth="2"
        strokeDasharray="1 7"
        strokeLinecap="round"
      />
      <path
        d={pathOf(upTo)}
        fill="none"
        stroke="var(--cl-river-line)"
        strokeWidth={size.stroke}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {stops.map(({ number, at: [x, y] }) =>
        number === step ? (
          <g key={number}>
            <circle cx={x} cy={y} r={size.disc} fill="var(--cl-action)" />
            <text x={x} y={y + 5.5} textAnchor="middle" className="meander-number">
              {number}
            </text>
          </g>
        ) : (
          <circle
            key={number}
            cx={x}
            cy={y}
            r={size.stroke}
            fill="var(--cl-page)"
            stroke={number < step ? "var(--cl-river-line)" : "var(--cl-control)"}
            strokeWidth={number < step ? 4 : 2}
          />
        ),
      )}
    </svg>
  );
}

/** A sine-generated curve of so many half-waves: its heading is a sine of the way gone. */
function curve(size: Size, halfWaves: number): Point[] {
  const steps = Array.from({ length: halfWaves * parts }, (_, index) => {
    const heading = turn * Math.sin((Math.PI * (index + 0.5)) / parts);
    return [Math.cos(heading), Math.sin(heading)] as const;
  });
  const points: Point[] = [[0, 0]];
  for (const [dx, dy] of steps) {
    const [x, y] = points.at(-1) ?? [0, 0];
    points.push([x + dx, y + dy]);
  }
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const placed = (value: number, list: number[], from: number, to: number) => {
    const [low, high] = [Math.min(...list), Math.max(...list)];
    return from + ((value - low) / (high - low || 1)) * (to - from);
  };
  return points.map(([x, y]) => [
    placed(x, xs, margin, size.width - margin),
    placed(y, ys, size.top, size.bottom),
  ]);
}

function pathOf(points: Point[]): string {
  return points
    .map(([x, y], index) => `${index ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("");
}
