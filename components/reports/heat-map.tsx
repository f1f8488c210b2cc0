import { addDays, type Day, day } from "@/lib/core/day";
import { dayParts, formatNumber } from "@/lib/core/format";
import type { Figure } from "@/lib/reports/figures/schema";
import { heatLevel, isVague, shareOfFigure } from "@/lib/reports/figures/selection/rules";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";
import type { ComparisonWords } from "./comparison-words";

type HeatMapProps = {
  id: string;
  title: string;
  desc: string;
  halves: Figure[];
  weekdays: number[];
  words: ComparisonWords;
};

const labels = 92;
const column = 58;
const row = 40;
const head = 26;
const twice: readonly HalfDay[] = ["morning", "afternoon"];
const monday: Day = day("2026-01-05");

/** Weekdays across, mornings over afternoons, each with its share in per cent; hatched where never open, a dash where rounded too far. */
export function HeatMap({ id, title, desc, halves, weekdays, words }: HeatMapProps) {
  const { figures, units } = words;
  const figureAt = (weekday: number, half: HalfDay) =>
    halves.find(
      ({ part }) => part?.kind === "week_half" && part.weekday === weekday && part.half === half,
    );
  return (
    <svg
      viewBox={`0 0 ${labels + column * weekdays.length} ${head + 2 * row}`}
      className="heat"
      role="img"
      aria-labelledby={`${id}-titre ${id}-texte`}
    >
      <title id={`${id}-titre`}>{title}</title>
      <desc id={`${id}-texte`}>{desc}</desc>
      <defs>
        <pattern id={`${id}-ferme`} width="7" height="7" patternUnits="userSpaceOnUse">
          <path className="heat-hatch" d="M0 7 7 0" />
        </pattern>
      </defs>
      {weekdays.map((weekday, at) => (
        <text key={weekday} x={labels + at * column + column / 2} y={17} textAnchor="middle">
          {dayParts(addDays(monday, weekday - 1), figures.locale).weekday}
        </text>
      ))}
      {twice.map((half, line) => (
        <g key={half}>
          <text x={0} y={head + line * row + row / 2 + 5}>
            {units(`halves.${half}`)}
          </text>
          {weekdays.map((weekday, at) => (
            <Cell
              key={weekday}
              x={labels + at * column}
              y={head + line * row}
              closed={`url(#${id}-ferme)`}
              figure={figureAt(weekday, half)}
              words={words}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

type CellProps = {
  x: number;
  y: number;
  closed: string;
  figure: Figure | undefined;
  words: ComparisonWords;
};

function Cell({ x, y, closed, figure, words }: CellProps) {
  const box = { x: x + 1, y: y + 1, width: column - 2, height: row - 2, rx: 2 };
  const share = figure ? shareOfFigure(figure) : null;
  const isRoundedAway = figure !== undefined && isVague(figure);
  if (share === null && !isRoundedAway)
    return <rect {...box} className="heat-closed" fill={closed} />;
  return (
    <g className={share === null ? "heat-vague" : `tint-${heatLevel(share)}`}>
      <rect {...box} />
      <text x={x + column / 2} y={y + row / 2 + 5} textAnchor="middle">
        {share === null ? "–" : formatNumber(Math.round(share * 100), words.figures.locale)}
      </text>
    </g>
  );
}
