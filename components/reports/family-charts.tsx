import type { Figure } from "@/lib/reports/figures/schema";
import { highestOf, isVague, shareOfFigure } from "@/lib/reports/figures/selection/rules";
import type { Family } from "@/lib/reports/indicators/catalogue/rules";
import { type Bar, BarChart } from "./bar-chart";
import type { ComparisonWords } from "./comparison-words";
import { HeatMaps } from "./heat-maps";
import type { ReportReading } from "./reading";
import { ResidenceMap } from "./residence-map";

type FamilyChartsProps = { family: Family; reading: ReportReading; words: ComparisonWords };

type Drawn = {
  chart: "occupancy" | "retention" | "profile" | "refused" | "noShow" | "themes" | "help";
  id: string;
  indicator: Figure["indicator"];
  /** Null: each of its numbers. */
  measure: Figure["measure"] | null;
  /** One bar a space, or a number of the network; else one a part of that kind. */
  by: "place" | "measure" | NonNullable<Figure["part"]>["kind"];
};

const drawn: Partial<Record<Family, Drawn[]>> = {
  capacity: [
    {
      ...{ chart: "occupancy", id: "occupation", by: "place" },
      ...{ indicator: "realOccupancy", measure: "slots" },
    },
  ],
  loyalty: [
    {
      ...{ chart: "retention", id: "retours", by: "cohort" },
      ...{ indicator: "retention", measure: "returned" },
    },
  ],
  origins: [
    {
      ...{ chart: "profile", id: "profils", by: "profile" },
      ...{ indicator: "profile", measure: "persons" },
    },
  ],
  demand: [
    {
      ...{ chart: "refused", id: "refus", by: "week_half" },
      ...{ indicator: "refusedDemand", measure: "places" },
    },
    {
      ...{ chart: "noShow", id: "absences", by: "place" },
      ...{ indicator: "lateAndNoShow", measure: "noShow" },
    },
  ],
  gatherings: [
    {
      ...{ chart: "themes", id: "themes", by: "theme" },
      ...{ indicator: "events", measure: "held" },
    },
  ],
  contribution: [
    {
      ...{ chart: "help", id: "entraide", by: "measure" },
      ...{ indicator: "contribution", measure: null },
    },
  ],
};

/** The drawings of a family, each beside its numbers. */
export function FamilyCharts({ family, reading, words }: FamilyChartsProps) {
  const { figures } = reading.report;
  const residences = figures.filter(({ part }) => part?.kind === "residence");
  return (
    <>
      {family === "capacity" ? <HeatMaps reading={reading} words={words} /> : null}
      {family === "origins" ? <ResidenceMap figures={residences} words={words} /> : null}
      {(drawn[family] ?? []).map((chart) => (
        <Bars key={chart.id} drawn={chart} reading={reading} words={words} />
      ))}
    </>
  );
}

type BarsProps = Omit<FamilyChartsProps, "family"> & { drawn: Drawn };

function Bars({ drawn: { chart, id, indicator, measure, by }, reading, words }: BarsProps) {
  const { t, figures: written } = words;
  const names = new Map(reading.report.places.map((place) => [place.id, place.name]));
  const shown = reading.report.figures.filter(
    (figure) =>
      figure.indicator === indicator &&
      figure.withheld !== "not_collected" &&
      (measure === null || figure.measure === measure) &&
      isBar(figure, by),
  );
  if (shown.length === 0) return null;
  const labelOf = (figure: Figure) =>
    (by === "place" ? names.get(figure.place ?? "") : written.part(figure)) ??
    written.measure(figure);
  const told = (figure: Figure) => {
    const [value, without] = [written.value(figure), words.without(figure)];
    return without && figure.value !== null ? t("charts.partial", { value, without }) : value;
  };
  const most = Math.max(1, ...shown.map(({ value }) => value ?? 0));
  const sizeOf = (figure: Figure) =>
    figure.value === null || isVague(figure) ? null : figure.value / most;
  const bars = shown.map(
    (figure): Bar => ({
      label: labelOf(figure),
      size: figure.of === null ? sizeOf(figure) : shareOfFigure(figure),
      words: told(figure),
    }),
  );
  const first = firstOf(shown);
  const [top] = first;
  const title = top
    ? t(`charts.${chart}.title`, { label: words.together(first.map(labelOf)), value: told(top) })
    : t(`charts.${chart}.${isNone(shown) ? "none" : "untold"}`);
  return <BarChart id={id} title={title} lead={t(`charts.${chart}.lead`)} bars={bars} />;
}

/** None of those told is above zero: not where one may be, but is rounded too far to say. */
function isNone(shown: readonly Figure[]): boolean {
  return shown.some(({ value }) => value !== null) && !shown.some(isVague);
}

function isBar({ place, part }: Figure, by: Drawn["by"]): boolean {
  if (by === "place") return place !== null && part === null;
  return place === null && (by === "measure" ? part === null : part?.kind === by);
}

/** One told of a few months is not the first of those told of all; what nobody said is no finding. */
function firstOf(shown: Figure[]): Figure[] {
  const said = shown.filter(
    ({ part }) => part?.kind !== "profile" || !part.situations.includes("unsaid"),
  );
  const whole = highestOf(said.filter(({ without }) => without.length === 0));
  return whole.length > 0 ? whole : highestOf(said);
}
