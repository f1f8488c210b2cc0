import { getTranslations } from "next-intl/server";
import { ChartFigure } from "./chart-figure";
import { labelLines } from "./label-lines";

export type Bar = {
  label: string;
  /** From 0 to 1, of the whole width; null where it is not told. */
  size: number | null;
  /** « 38 % », or why it is not told. */
  words: string;
};

type BarChartProps = { id: string; title: string; lead: string; bars: Bar[] };

const width = 720;
const labels = 200;
const values = 200;
const lineHeight = 18;

/** Bars across, one a line with its label and its number, drawn on the server. */
export async function BarChart({ id, title, lead, bars }: BarChartProps) {
  const t = await getTranslations("reportScreens");
  const rows = bars.map((bar) => ({
    ...bar,
    lines: labelLines(bar.label, 26),
    said: labelLines(bar.words, 24),
  }));
  const heights = rows.map(
    ({ lines, said }) => Math.max(lines.length, said.length) * lineHeight + 16,
  );
  const height = heights.reduce((sum, each) => sum + each, 0);
  const desc = bars
    .map(({ label, words }) => t("charts.line", { label, value: words }))
    .join(" ; ");
  const span = width - labels - values;
  return (
    <ChartFigure id={id} title={title} lead={lead} table={<BarTable lead={lead} bars={bars} />}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={lead}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className="chart bars"
          role="img"
          aria-labelledby={`${id}-titre ${id}-texte`}
        >
          <title id={`${id}-titre`}>{title}</title>
          <desc id={`${id}-texte`}>{desc}</desc>
          {rows.map(({ label, lines, size, said }, index) => {
            const top = heights.slice(0, index).reduce((sum, each) => sum + each, 0);
            const middle = top + (heights[index] ?? 0) / 2;
            const firstOf = (some: string[]) => middle - ((some.length - 1) * lineHeight) / 2 + 5;
            const beside = labels + span + 12;
            return (
              <g key={label}>
                <text x={0} y={firstOf(lines)}>
                  <Lines x={0} lines={lines} />
                </text>
                <rect className="bar-all" x={labels} y={middle - 8} width={span} height={16} />
                <rect x={labels} y={middle - 8} width={span * (size ?? 0)} height={16} />
                <text className="bar-value" x={beside} y={firstOf(said)}>
                  <Lines x={beside} lines={said} />
                </text>
              </g>
            );
          })}
        </svg>
      </section>
    </ChartFigure>
  );
}

/** One under another, each beginning at `x`. */
function Lines({ x, lines }: { x: number; lines: string[] }) {
  const [first, ...rest] = lines;
  if (first === undefined) return null;
  return (
    <>
      {first}
      {rest.length > 0 ? (
        <tspan x={x} dy={lineHeight}>
          <Lines x={x} lines={rest} />
        </tspan>
      ) : null}
    </>
  );
}

async function BarTable({ lead, bars }: Pick<BarChartProps, "lead" | "bars">) {
  const t = await getTranslations("reportScreens");
  return (
    <table className="table report-small-table">
      <caption>{lead}</caption>
      <thead>
        <tr>
          <th scope="col">{t("figure")}</th>
          <th scope="col" className="end">
            {t("value")}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, words }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="end">{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
