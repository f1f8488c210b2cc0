import type { Position } from "@/lib/core/distance";
import { publishedCounts, publishedRanges } from "../../disclosure/rules";
import { smallestCrossedGroup, smallestGroup } from "../../disclosure/schema";
import { questionOf } from "../../questionnaires/rules";
import type { Questionnaire } from "../../questionnaires/schema";
import { turnoutOf } from "../../turnout/rules";
import { basesOf } from "../bases/rules";
import { choicesOf, obstaclesOf, servicesOf, shownChoices, shownRanking } from "../choices/rules";
import {
  type Desks,
  desksFor,
  peakOf,
  personDays,
  shownPeak,
  type Wish,
  wishesOf,
} from "../demand/rules";
import { flowsOf } from "../flows/rules";
import { incomeOf, shownPricesByKind, shownWillingness, willingnessOf } from "../prices/rules";
import { type CommuneLine, crossedLines, linesByCommune } from "../publication/rules";
import {
  arrivalsOf,
  categoriesOf,
  countsBy,
  profilesOf,
  residencesOf,
  shownArrivals,
  shownPriority,
} from "../respondents/rules";
import { type Assumptions, type Response, roles } from "../schema";
import { shownTravel, travelOf } from "../travel/rules";

export type Commune = {
  insee: string;
  name: string;
  population: number | null;
  isMember: boolean;
  nearestBourg: string | null;
} & Position;

/** Everything that may be shown of the answers, to whoever reads the diagnosis: nothing else leaves here. */
export type Figures = ReturnType<typeof figuresOf>;

/**
 * The figures of a survey, each as it may be shown: screens, files and charts draw from these and from
 * nothing finer. Null, a missing line or lines put together stand where too few people would be shown.
 */
export function figuresOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  communes: readonly Commune[],
  given: Assumptions,
) {
  const wishes = wishesOf(questionnaire, responses, given);
  const bourgOf = bourgsOf(communes);
  const positions = new Map(communes.map((commune) => [commune.insee, commune]));
  const hasWishes = wishes.length >= smallestGroup;
  const spending = incomeOf(questionnaire, responses, given);
  const travel = travelOf(questionnaire, responses, positions, given);
  const willingness = willingnessOf(responses);
  const respondents = respondentFigures(questionnaire, responses, communes);
  return {
    base: responses.length,
    isEnough: responses.length >= smallestGroup,
    names: new Map(communes.map(({ insee, name }) => [insee, name])),
    ...respondents,
    bases: basesOf({
      ...{ questionnaire, responses, wishes, travel },
      spending: spending.base,
      covered: respondents.coverage?.respondents ?? 0,
      prices: willingness,
    }),
    personDays: hasWishes ? personDays(wishes) : null,
    ...demandFigures(wishes, bourgOf, given),
    flows: flowsOf(responses, bourgOf, smallestCrossedGroup),
    equipment: shownRanking(questionnaire, responses),
    services: shownChoices(servicesOf(questionnaire, responses)),
    obstacles: shownChoices({ all: obstaclesOf(responses) }),
    contributions: shownChoices({ all: choicesOf(responses, roles.contribution) }),
    prices: shownWillingness(willingness),
    pricesByKind: shownPricesByKind(questionnaire, responses),
    budgets: budgetRanges(questionnaire, responses),
    income: hasWishes ? spending.income : null,
    travel: shownTravel(travel),
    arrivals: shownArrivals(arrivalsOf(responses)),
  };
}

/** INSEE code of the bourg around which a commune lies; a commune without one is its own. */
export function bourgsOf(
  communes: readonly { insee: string; nearestBourg: string | null }[],
): Map<string, string> {
  return new Map(
    communes.flatMap(({ insee, nearestBourg }) => (nearestBourg ? [[insee, nearestBourg]] : [])),
  );
}

function respondentFigures(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  communes: readonly Commune[],
) {
  const profiles = profilesOf(questionnaire, responses);
  const lines = publishedCounts(profiles.byProfile, smallestGroup);
  const days = [...countsBy(responses, "day")].sort(([a], [b]) => a.localeCompare(b));
  const by = (mark: "source" | "entryMode" | "locale") =>
    publishedCounts(countsBy(responses, mark), smallestGroup);
  const members = communes.filter(({ isMember }) => isMember);
  return {
    profiles: lines,
    categories: lines && categoriesOf(questionnaire, lines),
    priorityShare: lines && shownPriority(questionnaire, lines),
    days: publishedRanges(days, smallestGroup),
    sources: by("source"),
    entryModes: by("entryMode"),
    languages: by("locale"),
    coverage: turnoutOf(residencesOf(responses), members),
  };
}

function demandFigures(
  wishes: readonly Wish[],
  bourgOf: ReadonlyMap<string, string>,
  given: Assumptions,
) {
  const peak = peakOf(wishes, given);
  const desks = deskLines(wishes, bourgOf, peak.peakToMean, given);
  return {
    peak: shownPeak(peak, wishes),
    demand: linesByCommune(
      entriesOf(wishes, (commune) => commune),
      bourgOf,
      smallestCrossedGroup,
    ),
    desks,
    deskKinds: kindLines(wishes, bourgOf, desks),
  };
}

function entriesOf(wishes: readonly Wish[], keyOf: (commune: string) => string) {
  return wishes.flatMap(({ communes, weightedDays }, respondent) =>
    communes.map((commune) => ({
      respondent,
      commune: keyOf(commune),
      value: weightedDays / communes.length,
    })),
  );
}

/** Desks to plan around each bourg, where enough respondents wish it. */
function deskLines(
  wishes: readonly Wish[],
  bourgOf: ReadonlyMap<string, string>,
  peakToMean: number,
  given: Assumptions,
): (CommuneLine & { desks: Desks })[] {
  const entries = entriesOf(
    wishes.filter(({ wantsNoDesk }) => !wantsNoDesk),
    (commune) => bourgOf.get(commune) ?? commune,
  );
  return linesByCommune(entries, new Map(), smallestCrossedGroup).map((line) => ({
    ...line,
    desks: desksFor(line.value, peakToMean, given),
  }));
}

export const deskKinds = ["open", "closed", "dedicated", "any"] as const;

/** Weighted person-days by kind of desk ticked, in the very lines of the desks or several of them. */
function kindLines(
  wishes: readonly Wish[],
  bourgOf: ReadonlyMap<string, string>,
  desks: readonly CommuneLine[],
) {
  const lineOf = new Map(
    desks.flatMap(({ communes }) => communes.map((each) => [each, communes.join(" ")])),
  );
  const entries = wishes.flatMap(
    ({ communes, deskKinds: kinds, weightedDays, wantsNoDesk }, rank) =>
      (wantsNoDesk ? [] : communes).flatMap((commune) => {
        const row = lineOf.get(bourgOf.get(commune) ?? commune);
        if (row === undefined) return [];
        const columns = kinds.length > 0 ? kinds : (["any"] as const);
        const value = weightedDays / communes.length / columns.length;
        return columns.map((column) => ({ respondent: rank, row, column, value }));
      }),
  );
  const lines = crossedLines(entries, () => "", smallestCrossedGroup);
  return (
    lines?.map(({ rows, cells }) => ({ bourgs: rows.flatMap((row) => row.split(" ")), cells })) ??
    null
  );
}

/** Monthly budgets in their order, cut where enough people are. */
function budgetRanges(questionnaire: Questionnaire, responses: readonly Response[]) {
  const question = questionOf(questionnaire, roles.budget);
  const options = question && "options" in question ? question.options : [];
  const { base, counts } = choicesOf(responses, roles.budget);
  const ordered = options.map(({ value }) => [value, counts.get(value) ?? 0] as const);
  const ranges = publishedRanges(ordered, smallestGroup);
  return ranges && { base, order: options.map(({ value }) => value), ranges };
}
