import { formatNumber, formatShare } from "@/lib/core/format";
import type { Figure } from "@/lib/reports/figures/schema";
import { findFigure, highestOf, shareOfFigure } from "@/lib/reports/figures/selection/rules";
import { type ComparisonWords, getComparisonWords } from "./comparison-words";
import type { ReportReading } from "./reading";

type Finding = {
  figure: Figure;
  sentence: string;
  /** It names several: what one of them was before is not what they were. */
  isOfSeveral?: boolean;
};

/** What the figures say, in a few sentences beside what they were, for who has one minute. */
export async function OverviewFindings({ reading }: { reading: ReportReading }) {
  const words = await getComparisonWords();
  const { t } = words;
  const findings = [
    occupied(reading, words),
    personDays(reading, words),
    users(reading, words),
    peak(reading, words),
    refused(reading, words),
    residence(reading, words),
  ].filter((finding) => finding !== null);
  return (
    <ul className="findings-list">
      {findings.map(({ figure, sentence, isOfSeveral }) => {
        const changes = isOfSeveral ? [] : words.changes(reading, figure);
        return (
          <li key={`${figure.indicator} ${figure.measure}`}>
            {changes.length > 0
              ? t("findings.changed", { sentence, changes: changes.join(", ") })
              : t("findings.alone", { sentence })}
          </li>
        );
      })}
    </ul>
  );
}

type Find = (reading: ReportReading, words: ComparisonWords) => Finding | null;

const occupied: Find = ({ figures }, words) => {
  const figure = findFigure(figures, { indicator: "realOccupancy", measure: "slots" });
  if (!figure) return null;
  const { value, of } = figure;
  if (value === null || of === null) return untold(figure, words);
  const { t, figures: written } = words;
  const number = (count: number) => formatNumber(count, written.locale);
  const sentence = t("findings.occupied", {
    share: written.value(figure),
    value: number(value),
    of: number(of),
  });
  return { figure, sentence };
};

const personDays: Find = ({ figures }, words) => {
  const figure = findFigure(figures, { indicator: "personDays", measure: "days" });
  if (!figure) return null;
  if (figure.value === null) return untold(figure, words);
  const days = words.figures.value(figure);
  return { figure, sentence: words.t("findings.personDays", { count: figure.value, days }) };
};

const users: Find = ({ figures }, words) => {
  const figure = findFigure(figures, { indicator: "uniqueUsers", measure: "persons" });
  if (!figure) return null;
  if (figure.value === null) return untold(figure, words);
  const persons = words.figures.value(figure);
  return { figure, sentence: words.t("findings.users", { count: figure.value, persons }) };
};

const peak: Find = ({ report }, { t, together, figures: { locale, part } }) => {
  const halves = report.figures.filter(
    (each) => each.indicator === "peak" && each.place === null && each.part?.kind === "week_half",
  );
  const first = highestOf(halves);
  const [figure] = first;
  const share = figure && shareOfFigure(figure);
  if (!figure || typeof share !== "number") return null;
  const half = together(first.map((each) => part(each) ?? ""));
  const sentence = t("findings.peak", { half, share: formatShare(share, locale) });
  return { figure, sentence, isOfSeveral: first.length > 1 };
};

const refused: Find = ({ figures }, { t, figures: written }) => {
  const figure = findFigure(figures, { indicator: "refusedDemand", measure: "places" });
  if (!figure || figure.value === null) return null;
  const places = written.value(figure);
  return { figure, sentence: t("findings.refused", { count: figure.value, places }) };
};

const residence: Find = ({ report }, { t, together, figures: { part, value } }) => {
  const communes = report.figures.filter(
    ({ part: of }) => of?.kind === "residence" && of.line.kind === "commune",
  );
  const first = highestOf(communes);
  const [figure] = first;
  if (!figure || figure.value === null) return null;
  const name = together(first.map((each) => part(each) ?? ""));
  const count = value(figure);
  const sentence = t("findings.residence", { name, count, places: first.length });
  return { figure, sentence, isOfSeveral: first.length > 1 };
};

/** A figure that is not told says so, rather than be missing in silence. */
function untold(figure: Figure, { t, figures, units }: ComparisonWords): Finding | null {
  if (figure.withheld === null) return null;
  const why = units(`withheld.${figure.withheld}`);
  return { figure, sentence: t("findings.withheld", { measure: figures.measure(figure), why }) };
}
