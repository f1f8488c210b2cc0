import type { Figure } from "@/lib/reports/figures/schema";
import { type FigureAsked, findFigure } from "@/lib/reports/figures/selection/rules";
import { type ComparisonWords, getComparisonWords } from "./comparison-words";
import type { ReportReading } from "./reading";

const four = [
  { label: "booked", asked: { indicator: "bookedOccupancy", measure: "slots" } },
  { label: "occupied", asked: { indicator: "realOccupancy", measure: "slots" } },
  { label: "persons", asked: { indicator: "uniqueUsers", measure: "persons" } },
  { label: "personDays", asked: { indicator: "personDays", measure: "days" } },
] as const satisfies { label: string; asked: FigureAsked }[];

/** The four figures of the network, each with its change in words and the way to its definition. */
export async function OverviewFigures({ reading }: { reading: ReportReading }) {
  const words = await getComparisonWords();
  return (
    <ul className="figures" aria-label={words.t("figures.label")}>
      {four.map(({ label, asked }) => {
        const figure = findFigure(reading.figures, asked);
        return (
          <li key={label} className="figure">
            <a href={`/pilotage/definitions#${asked.indicator}`}>{words.t(`figures.${label}`)}</a>
            {figure ? <Told figure={figure} reading={reading} words={words} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

type ToldProps = { figure: Figure; reading: ReportReading; words: ComparisonWords };

function Told({ figure, reading, words }: ToldProps) {
  const { figures } = words;
  const details = [figures.base(figure), words.without(figure), ...words.changes(reading, figure)];
  return (
    <>
      {figure.value === null ? (
        <em className="figure-withheld">{figures.value(figure)}</em>
      ) : (
        <b>{figures.value(figure)}</b>
      )}
      {details.map((line) =>
        line ? (
          <span key={line} className="small muted block">
            {line}
          </span>
        ) : null,
      )}
    </>
  );
}
