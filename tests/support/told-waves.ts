import { type Figures, figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { type Assumptions, assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { figuresOf as publicFiguresOf } from "@/lib/surveys/figures/rules";
import { type ResultTable, wishedLines } from "@/lib/surveys/figures/schema";
import { surveyOfTheValley } from "./questionnaires";
import { communesOfTests } from "./survey-responses";

const survey = surveyOfTheValley();

/** A line somebody reads: of a table, of which keys together, and how much. */
export type ReadLine = { table: string; keys: readonly string[]; value: number };

/** What staff read of these answers: sums by what they are of, and counts of people apart. */
export type Version = { sums: ReadLine[]; counts: ReadLine[] };

export function versionOf(responses: readonly Response[], given: Assumptions): Version {
  const told = figuresOf(survey, responses, communesOfTests, given);
  return {
    sums: [...demandLines(told), ...travelLines(told)],
    counts: [...choiceLines(told), ...baseLines(told), ...flowLines(told), ...tripLines(told)],
  };
}

const publishedOf = (responses: readonly Response[], given: Assumptions) =>
  publicFiguresOf({
    ...{ questionnaire: survey, responses, communes: communesOfTests },
    ...{ assumptions: given, batch: 1 },
  });

/** The tables everybody reads of them once they are published. */
export function publishedTablesOf(responses: readonly Response[]): ResultTable[] {
  return publishedOf(responses, assumptions.parse({}))?.tables ?? [];
}

/** What everybody reads of them once they are published, by the names staff's tables have. */
export function publishedVersionOf(responses: readonly Response[], given: Assumptions): Version {
  const told = publishedOf(responses, given);
  const tableOf = new Map((told?.tables ?? []).map((table) => [table.question, table]));
  const names = { services: "services", freins: "obstacles", contribution: "contributions" };
  return {
    sums: [],
    counts: [
      ...Object.entries(names).flatMap(([question, name]) =>
        (tableOf.get(question)?.lines ?? []).flatMap(({ values, count }) =>
          alone(`${name} ${values.join()}`, count),
        ),
      ),
      ...wishedLines(told?.wished ?? { lines: [] }).map(({ communes, count }) => ({
        ...{ table: "wishes", keys: communes, value: count },
      })),
    ],
  };
}

const alone = (table: string, value: number | null | undefined): ReadLine[] =>
  value == null ? [] : [{ table, keys: [table], value }];

function demandLines({ personDays, demand, desks, deskKinds, peak }: Figures): ReadLine[] {
  const sum = (lines: readonly { value: number }[]) =>
    lines.reduce((total, { value }) => total + value, 0);
  const isWhole = personDays !== null && demand.length > 0;
  return [
    ...alone("declared", personDays?.declared),
    ...alone("weighted", personDays?.weighted),
    ...demand.map(({ communes, value }) => ({ table: "demand", keys: communes, value })),
    ...desks.map(({ communes, value }) => ({ table: "desks", keys: communes, value })),
    ...(deskKinds ?? []).flatMap(({ bourgs, cells }) =>
      [...cells].map(([kind, value]) => ({ table: kind, keys: bourgs, value })),
    ),
    ...[...peak.bySlot].flatMap(([slot, value]) => alone(slot, value)),
    ...(isWhole ? alone("named no commune", personDays.weighted - sum(demand)) : []),
    ...(isWhole && desks.length > 0 ? alone("want rooms", sum(demand) - sum(desks)) : []),
  ];
}

function travelLines({ travel }: Figures): ReadLine[] {
  return [...alone("km", travel?.km), ...alone("co2", travel?.co2?.grossKgCo2e)];
}

function choiceLines({ services, obstacles, contributions, equipment }: Figures): ReadLine[] {
  const lists = { services, obstacles, contributions };
  return [
    ...Object.entries(lists).flatMap(([table, { lines, priorityBase }]) => [
      ...alone(`${table} of the priority`, priorityBase),
      ...lines.flatMap(({ value, count, priority }) => [
        ...alone(`${table} ${value}`, count),
        ...alone(`${table} ${value} of the priority`, priority),
      ]),
    ]),
    ...equipment.flatMap(({ value, base }) => alone(`rated ${value}`, base)),
  ];
}

function baseLines({ bases, arrivals, demand, desks }: Figures): ReadLine[] {
  const { asked, leavesAside: _, together: __, hasShares: ___, ...others } = bases;
  const followed = ["repondants", "couverture", "profils", "budgets"];
  return [
    ...Object.entries(others)
      .filter(([id]) => !followed.includes(id))
      .flatMap(([id, base]) => alone(`of ${id}`, typeof base === "number" ? base : null)),
    ...Object.entries(asked).flatMap(([id, base]) =>
      alone(`asked ${id}`, typeof base === "number" ? base : null),
    ),
    ...alone("projects", arrivals.projects),
    ...alone("interested", arrivals.interested),
    ...demand.map(({ communes, wishes }) => ({ table: "wishes", keys: communes, value: wishes })),
    ...desks.map(({ communes, wishes }) => ({
      ...{ table: "wishes at desks", keys: communes, value: wishes },
    })),
  ];
}

function flowLines({ flows }: Figures): ReadLine[] {
  return (flows?.lines ?? []).flatMap(({ rows, cells }) =>
    [...cells].map(([column, wishes]) => ({
      ...{ table: `to ${column}`, keys: rows, value: wishes },
    })),
  );
}

function tripLines({ longestTrips }: Figures): ReadLine[] {
  return (longestTrips ?? []).map(({ keys, count }) => ({
    ...{ table: "longest trips", keys, value: count },
  }));
}

/**
 * What somebody reads who kept the earlier of two versions: what is told later less what was told, over the
 * smallest lines made of the same keys in both. A table that is not in both tells no difference.
 */
export function differencesBetween(
  before: readonly ReadLine[],
  after: readonly ReadLine[],
): Map<string, number> {
  const earlier = Map.groupBy(before, ({ table }) => table);
  const later = Map.groupBy(after, ({ table }) => table);
  const found = [...later].flatMap(([table, lines]) =>
    coarsest([
      ...(earlier.get(table) ?? []).map((line) => ({ ...line, sign: -1 })),
      ...lines.map((line) => ({ ...line, sign: 1 })),
    ]).flatMap(({ keys, sides, difference }) =>
      sides.size === 2 ? [[`${table} ${[...keys].sort()}`, difference] as const] : [],
    ),
  );
  return new Map(found);
}

type Group = { keys: Set<string>; sides: Set<number>; difference: number };

function coarsest(lines: readonly (ReadLine & { sign: number })[]): Group[] {
  return lines.reduce<Group[]>((groups, { keys, value, sign }) => {
    const met = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const joined: Group = {
      keys: new Set([...keys, ...met.flatMap((group) => [...group.keys])]),
      sides: new Set([sign, ...met.flatMap((group) => [...group.sides])]),
      difference: met.reduce((sum, group) => sum + group.difference, sign * value),
    };
    return [...groups.filter((group) => !met.includes(group)), joined];
  }, []);
}
