import { distanceKm, type Position, roadHypotheses } from "@/lib/core/distance";
import { hiddenCounts, publishedCounts, publishedRanges } from "../../disclosure/rules";
import { smallestCrossedGroup } from "../../disclosure/schema";
import { questionOf } from "../../questionnaires/rules";
import type { Answers, Questionnaire } from "../../questionnaires/schema";
import { tenSlots, wishOf } from "../demand/rules";
import { bourgsOf, type Commune } from "../figures/rules";
import { medianOf } from "../prices/rules";
import { linesByCommune } from "../publication/rules";
import { countEach } from "../respondents/rules";
import { optionOf } from "../rules";
import { type Assumptions, type Response, roles } from "../schema";
import { weeksPerMonth } from "../travel/rules";
import type { Candidate, SlotLoad } from "./schema";

type World = {
  questionnaire: Questionnaire;
  communes: readonly Commune[];
  given: Assumptions;
};

/**
 * Who would come to a new place in a commune: the interested who want a desk and named it, and those who
 * did not but whose longest trip, by car from home or from work, reaches it. Whoever named it gives it an
 * equal share of their weighted person-days; for whoever did not it is one place more. Each counts once.
 */
export function candidatesOf(
  { questionnaire, communes, given }: World,
  responses: readonly Response[],
  commune: Commune,
): Candidate[] {
  const positions = new Map(communes.map((each) => [each.insee, each]));
  const tripOf = (answers: Answers) => {
    const minutesFrom = (role: string) =>
      minutesBetween(positions.get(String(answers[role])), commune, given);
    const [home, work] = [minutesFrom(roles.residence), minutesFrom(roles.work)];
    const longest = optionOf(questionnaire, answers, roles.longestTrip)?.minutes ?? 0;
    return { home, reaches: Math.min(home ?? never, work ?? never) <= longest };
  };
  return responses.flatMap(({ answers }, respondent): Candidate[] => {
    const wish = wishOf(questionnaire, answers, given);
    if (!wish || wish.wantsNoDesk) return [];
    const { home, reaches } = tripOf(answers);
    const isWished = wish.communes.includes(commune.insee);
    if (!isWished && !reaches) return [];
    const share = 1 / (wish.communes.length + (isWished ? 0 : 1));
    return [
      {
        respondent,
        ...whoAndWhere(answers),
        reason: isWished ? "wished" : "near",
        days: wish.weightedDays * share,
        people: wish.intentWeight * wish.persons * share,
        slots: wish.slots.length > 0 ? [...new Set(wish.slots)] : tenSlots,
        minutes: home,
      },
    ];
  });
}

const never = Number.POSITIVE_INFINITY;

function whoAndWhere(answers: Answers) {
  const text = (role: string) => {
    const answer = answers[role];
    return typeof answer === "string" ? answer : "";
  };
  return { profile: text(roles.profile), residence: text(roles.residence) };
}

/** A trip by car between two communes, in minutes: straight line × detour, at the speed we suppose. */
function minutesBetween(
  from: Position | undefined,
  to: Position,
  { roadDetourFactor }: Assumptions,
): number | null {
  if (!from) return null;
  return (distanceKm(from, to) * roadDetourFactor * 60) / roadHypotheses.kilometresAnHour;
}

/**
 * How full each half-day of a usual week is. Each candidate spreads their half-days (two a person-day)
 * evenly over those they ticked, the ten of the week when they ticked none, never more than themselves on
 * one; desks are given until there are none. A half-day nobody wants has no entry.
 */
export function loadsOf(candidates: readonly Candidate[], desks: number): Map<string, SlotLoad> {
  const wanted = new Map<string, number>();
  for (const { slots, ...candidate } of candidates) {
    const each = Math.min((2 * candidate.days) / weeksPerMonth / slots.length, candidate.people);
    for (const slot of slots) wanted.set(slot, (wanted.get(slot) ?? 0) + each);
  }
  return new Map(
    [...wanted].map(([slot, people]) => [
      slot,
      { wanted: people, seated: Math.min(people, desks) },
    ]),
  );
}

/** Person-days a month that find a desk: half of the half-days, over the weeks of a month. */
export function seatedDays(loads: ReadonlyMap<string, SlotLoad>): number {
  return [...loads.values()].reduce((sum, { seated }) => sum + (seated * weeksPerMonth) / 2, 0);
}

/** Trips are told by these bands, minutes, as the questionnaire asks. */
const bands = [10, 15, 20, 30, 45];

export type Scenario = NonNullable<ReturnType<typeof scenarioOf>>;

/**
 * What opening in a commune with so many desks would give, as it may be shown; a commune crossed with
 * anything needs eleven. Null when fewer than eleven would come.
 */
export function scenarioOf(
  world: World,
  responses: readonly Response[],
  { commune, desks }: { commune: Commune; desks: number },
) {
  const least = smallestCrossedGroup;
  const candidates = candidatesOf(world, responses, commune);
  if (candidates.length < least) return null;
  const loads = loadsOf(candidates, desks);
  const homes = candidates.map(({ respondent, residence, days }) => ({
    respondent,
    commune: residence,
    value: days,
  }));
  const minutes = candidates.flatMap((candidate) => candidate.minutes ?? []);
  return {
    respondents: candidates.length,
    wantedDays: candidates.reduce((sum, { days }) => sum + days, 0),
    seatedDays: seatedDays(loads),
    reasons: publishedCounts(countEach(candidates.map(({ reason }) => reason)), least),
    profiles: publishedCounts(countEach(candidates.map(({ profile }) => profile)), least),
    homes: linesByCommune(homes, bourgsOf(world.communes), least),
    trips: publishedRanges(
      [...bands, Number.POSITIVE_INFINITY].map((most, index) => {
        const above = bands[index - 1] ?? -1;
        const count = minutes.filter((each) => each > above && each <= most).length;
        return [String(most), count] as const;
      }),
      least,
    ),
    medianMinutes: minutes.length >= least ? medianOf(minutes) : null,
    ...shownLoads(candidates, loads, slotsOf(world.questionnaire)),
  };
}

/** Every half-day of the grid; its load is null where too few would come, or where the total would tell it. */
function shownLoads(
  candidates: readonly Candidate[],
  loads: ReadonlyMap<string, SlotLoad>,
  slots: readonly string[],
) {
  const counts = countEach(candidates.flatMap((candidate) => candidate.slots));
  const hidden = hiddenCounts(counts, smallestCrossedGroup);
  const people = [...hidden].reduce((sum, slot) => sum + (counts.get(slot) ?? 0), 0);
  const isTold = hidden.size > 0 && people - hidden.size < smallestCrossedGroup;
  const none: SlotLoad = { wanted: 0, seated: 0 };
  return {
    loads: new Map(
      slots.map((slot) => [
        slot,
        hidden.has(slot) || (isTold && counts.has(slot)) ? null : (loads.get(slot) ?? none),
      ]),
    ),
  };
}

function slotsOf(questionnaire: Questionnaire): string[] {
  const grid = questionOf(questionnaire, roles.slots);
  if (grid?.type !== "grid") return [];
  return grid.rows.flatMap((row) => grid.columns.map((column) => `${row.value}:${column.value}`));
}
