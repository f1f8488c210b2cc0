import type { Position } from "@/lib/core/distance";
import { followedLines } from "../../disclosure/followed/rules";
import {
  type PublishedLine,
  type PublishedRange,
  publishedCounts,
  publishedRanges,
} from "../../disclosure/rules";
import { smallestCrossedGroup, smallestGroup } from "../../disclosure/schema";
import { tellingPeople } from "../../disclosure/tellings/rules";
import { takenIn } from "../../disclosure/waves/rules";
import { tablesOf } from "../../figures/rules";
import { isSilenceApart, noAnswer, type ResultTable } from "../../figures/schema";
import type { Questionnaire } from "../../questionnaires/schema";
import { turnoutOf } from "../../turnout/rules";
import { basesOf, type Summed } from "../bases/rules";
import type { OptionalId } from "../bases/schema";
import { choicesOf, obstaclesOf, servicesOf, shownChoices, shownRanking } from "../choices/rules";
import {
  type Desks,
  desksFor,
  entriesOf,
  peakOf,
  peopleOf,
  personDays,
  shownPeak,
  tellingDays,
  type Wish,
  wishesOf,
} from "../demand/rules";
import { flowsOf } from "../flows/rules";
import { heldWishes } from "../held/rules";
import { shownIncome } from "../income/rules";
import { shownPricesByKind, shownWillingness, willingnessOf } from "../prices/rules";
import {
  type CommuneLine,
  crossedLines,
  type JudgedLine,
  linesByCommune,
} from "../publication/rules";
import {
  categoriesOf,
  countedAt,
  residenceOf,
  shownArrivals,
  shownPriority,
} from "../respondents/rules";
import { type Assumptions, type Response, roles } from "../schema";
import { heldTravel, shownTravel } from "../travel/rules";

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
 * Where people live and come from follows every batch by fives (`followedLines`); all the rest is of those taken in, wave by wave.
 */
export function figuresOf(
  questionnaire: Questionnaire,
  all: readonly Response[],
  communes: readonly Commune[],
  given: Assumptions,
) {
  const responses = takenIn(all);
  const interested = wishesOf(questionnaire, responses, given);
  const wishes = heldWishes(questionnaire, interested);
  const bourgOf = bourgsOf(communes);
  const positions = new Map(communes.map((commune) => [commune.insee, commune]));
  const travel = heldTravel(questionnaire, responses, positions, given);
  const willingness = willingnessOf(responses);
  const { tables } = tablesOf(questionnaire, all, 0);
  const respondents = respondentFigures({ questionnaire, responses: all, tables }, communes);
  const budgets = budgetLines(tables.get(roles.budget));
  const bases = basesOf({
    ...{ questionnaire, responses, tables, wishes, travel, interested, all: all.length },
    inLines: {
      coverage: respondents.coverage?.respondents ?? 0,
      profiles: peopleIn(respondents.profiles),
      budgets: peopleIn(budgets?.lines ?? null),
    },
  });
  const isTold = (id: OptionalId) => typeof bases[id] === "number";
  return {
    base: all.length,
    /** Of these, those the sums are made of. */
    summed: responses.length,
    isEnough: all.length >= smallestGroup,
    names: new Map(communes.map(({ insee, name }) => [insee, name])),
    ...respondents,
    bases,
    personDays: tellingPeople(tellingDays(wishes)) >= smallestGroup ? personDays(wishes) : null,
    ...demandFigures(wishes, bourgOf, given),
    flows: flowsOf(responses, bourgOf, smallestCrossedGroup),
    equipment: isTold("equipements") ? shownRanking(questionnaire, responses) : [],
    services: shownChoices({
      ...servicesOf(questionnaire, responses),
      isTold: isTold("services"),
    }),
    obstacles: shownChoices({ all: obstaclesOf(responses), isTold: isTold("freins") }),
    contributions: shownChoices({
      all: choicesOf(responses, roles.contribution),
      isTold: isTold("contributeurs"),
    }),
    prices: shownWillingness(willingness, responses, tables),
    pricesByKind: shownPricesByKind(questionnaire, responses),
    budgets,
    longestTrips: tripLines(tables.get(roles.longestTrip)),
    income: shownIncome(wishes, given),
    travel: travel.isTold ? shownTravel(travel) : null,
    arrivals: shownArrivals(responses),
  };
}

function peopleIn(lines: readonly PublishedLine[] | null): number {
  return (lines ?? []).reduce((sum, { count }) => sum + count, 0);
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
  { questionnaire, responses, tables }: Pick<Summed, "questionnaire" | "responses" | "tables">,
  communes: readonly Commune[],
) {
  const lines = partLines(tables.get(roles.profile))?.filter(
    ({ keys }) => keys.join() !== noAnswer,
  );
  const by = (mark: "source" | "entryMode" | "locale") => {
    const told = followedLines(
      countedAt(responses, (response) => response[mark]),
      (counts) => publishedCounts(counts, smallestGroup) ?? [],
      smallestGroup,
    );
    return told.length === 0 ? null : told;
  };
  const members = communes.filter(({ isMember }) => isMember);
  return {
    profiles: lines ?? null,
    categories: lines ? categoriesOf(questionnaire, lines) : null,
    priorityShare: lines ? shownPriority(questionnaire, lines) : null,
    days: dayRanges(responses),
    sources: by("source"),
    entryModes: by("entryMode"),
    languages: by("locale"),
    coverage: turnoutOf(countedAt(responses, residenceOf), members),
  };
}

/** How many answered from one day to another, each stretch told as it follows the batches. */
function dayRanges(responses: readonly Response[]): PublishedRange[] | null {
  const linesOf = (counts: ReadonlyMap<string, number>) => {
    const days = [...counts].sort(([a], [b]) => a.localeCompare(b));
    const keys = days.map(([day]) => day);
    return (publishedRanges(days, smallestGroup) ?? []).map(({ first, last, count }) => ({
      keys: keys.slice(keys.indexOf(first), keys.indexOf(last) + 1),
      count,
    }));
  };
  const told = followedLines(
    countedAt(responses, ({ day }) => day),
    linesOf,
    smallestGroup,
  );
  const ranges = told.map(({ keys, count }) => {
    const inOrder = [...keys].sort((a, b) => a.localeCompare(b));
    return { first: inOrder[0] ?? "", last: inOrder.at(-1) ?? "", count };
  });
  ranges.sort((a, b) => a.first.localeCompare(b.first));
  return ranges.length === 0 ? null : ranges;
}

function demandFigures(
  wishes: readonly Wish[],
  bourgOf: ReadonlyMap<string, string>,
  given: Assumptions,
) {
  const peak = shownPeak(peakOf(wishes, given), wishes);
  // Desks times what is supposed give the ratio back: where it may not be told, the usual one stands for it.
  const desks = deskLines(wishes, bourgOf, peak.peakToMean ?? given.peakToMeanDefault, given);
  return {
    peak,
    demand: toldLines(
      linesByCommune(
        entriesOf(wishes, (commune) => commune),
        bourgOf,
        smallestCrossedGroup,
        [],
        peopleOf(wishes),
      ),
    ),
    desks,
    deskKinds: kindLines(wishes, bourgOf, desks),
  };
}

/**
 * Desks to plan around each bourg, where enough respondents wish it; in each line those who want no desk,
 * whom the demand by commune sums too, are nobody or enough.
 */
function deskLines(
  wishes: readonly Wish[],
  bourgOf: ReadonlyMap<string, string>,
  peakToMean: number,
  given: Assumptions,
): (CommuneLine & { desks: Desks })[] {
  const of = (own: readonly Wish[]) => entriesOf(own, (commune) => bourgOf.get(commune) ?? commune);
  const [without = [], wanting = []] = [true, false].map((none) =>
    of(wishes.filter(({ wantsNoDesk }) => wantsNoDesk === none)),
  );
  const lines = linesByCommune(wanting, new Map(), smallestCrossedGroup, without);
  return toldLines(lines).map((line) => ({
    ...line,
    desks: desksFor(line.value, peakToMean, given),
  }));
}

/** Lines without the people they were judged by. */
function toldLines(lines: readonly JudgedLine[]): CommuneLine[] {
  return lines.map(({ respondents: _, ...line }) => line);
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
    ({ communes, deskKinds: kinds, declaredDays, wantsNoDesk, ...wish }, rank) =>
      (wantsNoDesk ? [] : communes).flatMap((commune) => {
        const row = lineOf.get(bourgOf.get(commune) ?? commune);
        if (row === undefined) return [];
        const columns = kinds.length > 0 ? kinds : (["any"] as const);
        const value = declaredDays / communes.length / columns.length;
        const { intent: group, intentWeight: weight, wave } = wish;
        const of = { respondent: rank, group, weight, wave };
        return columns.map((column) => ({ ...of, row, column, value }));
      }),
  );
  const lines = crossedLines(entries, () => "", smallestCrossedGroup);
  return (
    lines?.map(({ rows, cells }) => ({ bourgs: rows.flatMap((row) => row.split(" ")), cells })) ??
    null
  );
}

/** Monthly budgets by the very lines everybody may read once they are published; `""` is without an answer. */
function budgetLines(
  table: ResultTable | undefined,
): { base: number; lines: PublishedLine[] } | null {
  const lines = partLines(table);
  return lines && table ? { base: table.base, lines } : null;
}

/** How far people would go at most, as everybody may read it; null where nobody says, or some are put with those who do not. */
function tripLines(table: ResultTable | undefined): PublishedLine[] | null {
  if (!table || !isSilenceApart(table)) return null;
  const said = partLines(table)?.filter(({ keys }) => keys.join() !== noAnswer) ?? [];
  return said.length === 0 ? null : said;
}

function partLines(table: ResultTable | undefined): PublishedLine[] | null {
  return table?.lines.map(({ values, count }) => ({ keys: values, count: count ?? 0 })) ?? null;
}
