import { distanceKm, type Position, roadHypotheses } from "@/lib/core/distance";
import { hiddenCounts, publishedCounts, publishedRanges, shownCount } from "../../disclosure/rules";
import { smallestCrossedGroup, smallestGroup } from "../../disclosure/schema";
import { isSafeGap, type Telling, tellingPeople } from "../../disclosure/tellings/rules";
import { holdsInEach, laterWaves, takenIn, waveByWave } from "../../disclosure/waves/rules";
import { questionOf } from "../../questionnaires/rules";
import type { Answers, Questionnaire } from "../../questionnaires/schema";
import { shownBase } from "../bases/rules";
import { entriesOf, tenSlots, wishOf } from "../demand/rules";
import { bourgsOf, type Commune } from "../figures/rules";
import { heldWishes } from "../held/rules";
import { withHeldIntents } from "../intents/rules";
import { middleOf } from "../prices/rules";
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
 * equal share of their person-days; for whoever did not it is one place more. Each counts once. How roads wind
 * is not what staff suppose of it: it would let candidates come and go one by one.
 */
export function candidatesOf(
  { questionnaire, communes, given }: World,
  responses: readonly Response[],
  commune: Commune,
): Candidate[] {
  const positions = new Map(communes.map((each) => [each.insee, each]));
  const tripOf = (answers: Answers) => {
    const minutesFrom = (role: string) =>
      minutesBetween(positions.get(String(answers[role])), commune);
    const [home, work] = [minutesFrom(roles.residence), minutesFrom(roles.work)];
    const longest = optionOf(questionnaire, answers, roles.longestTrip)?.minutes ?? 0;
    return { home, reaches: Math.min(home ?? never, work ?? never) <= longest };
  };
  return responses.flatMap(({ answers, wave }, respondent): Candidate[] => {
    const wish = wishOf(questionnaire, answers, given);
    if (!wish || wish.wantsNoDesk) return [];
    const { home, reaches } = tripOf(answers);
    const isWished = wish.communes.includes(commune.insee);
    if (!isWished && !reaches) return [];
    const share = 1 / (wish.communes.length + (isWished ? 0 : 1));
    return [
      {
        ...{ respondent, wave },
        ...whoAndWhere(answers),
        reason: isWished ? "wished" : "near",
        ...{ intent: wish.intent, intentWeight: wish.intentWeight },
        declaredDays: wish.declaredDays * share,
        persons: wish.persons * share,
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
function minutesBetween(from: Position | undefined, to: Position): number | null {
  if (!from) return null;
  const { detourFactor, kilometresAnHour } = roadHypotheses;
  return (distanceKm(from, to) * detourFactor * 60) / kilometresAnHour;
}

/**
 * How full each half-day of a usual week is. Each candidate spreads their half-days (two a person-day)
 * evenly over those they ticked, the ten of the week when they ticked none, never more than themselves on
 * one; desks are given until there are none. A half-day nobody wants has no entry.
 */
export function loadsOf(candidates: readonly Candidate[], desks: number): Map<string, SlotLoad> {
  const wanted = new Map<string, number>();
  for (const candidate of candidates) {
    const each = candidate.intentWeight * presenceOf(candidate);
    for (const slot of candidate.slots) wanted.set(slot, (wanted.get(slot) ?? 0) + each);
  }
  return new Map(
    [...wanted].map(([slot, people]) => [
      slot,
      { wanted: people, seated: Math.min(people, desks) },
    ]),
  );
}

/** People of a candidate at each half-day they would come on, before the weight of intent. */
function presenceOf({ declaredDays, persons, slots }: Candidate): number {
  return Math.min((2 * declaredDays) / weeksPerMonth / slots.length, persons);
}

/** Person-days a month that find a desk: half of the half-days, over the weeks of a month. */
export function seatedDays(loads: ReadonlyMap<string, SlotLoad>): number {
  return [...loads.values()].reduce((sum, { seated }) => sum + (seated * weeksPerMonth) / 2, 0);
}

/** Trips are told by these bands, minutes, as the questionnaire asks. */
const bands = [10, 15, 20, 30, 45];
/** The range of trips from a home we do not know; after those of `bands` and what is longer. */
export const unknownTrip = "unknown";

export type Scenario = NonNullable<ReturnType<typeof scenarioOf>>;

/**
 * What opening in a commune with so many desks would give, as it may be shown; a commune crossed with
 * anything needs eleven. Null when fewer than eleven would come, or one of them is nearly all of it, or all
 * but a few would.
 */
export function scenarioOf(
  world: World,
  all: readonly Response[],
  { commune, desks }: { commune: Commune; desks: number },
) {
  const least = smallestCrossedGroup;
  const responses = takenIn(all);
  const summed = summedBeside(world, responses);
  const isSummed = new Set(summed.map(({ respondent }) => respondent));
  const candidates = waveByWave(
    candidatesOf(world, responses, commune).filter(({ respondent }) => isSummed.has(respondent)),
    (wave) => withHeldIntents(world.questionnaire, wave, ({ declaredDays }) => declaredDays),
  );
  const homes = candidates.map(({ respondent, residence, declaredDays, ...candidate }) => ({
    respondent,
    commune: residence,
    value: declaredDays,
    ...{ group: candidate.intent, weight: candidate.intentWeight, wave: candidate.wave },
  }));
  if (candidates.length < least || tellingPeople(homes, smallestGroup, least) < least) return null;
  if (!leavesEnough(summed, candidates)) return null;
  const minutesOf = (some: readonly Candidate[]) => some.flatMap((each) => each.minutes ?? []);
  const tripsOf = (some: readonly Candidate[]) => tripCounts(minutesOf(some), some.length);
  const waves = laterWaves(candidates);
  const hasMedian = waves.every((wave) => shownCount(minutesOf(wave).length, least) !== null);
  const minutes = minutesOf(candidates);
  const countsBy = (keyOf: (candidate: Candidate) => string) => {
    const [whole, ...later] = [candidates, ...waves].map((some) => countEach(some.map(keyOf)));
    return publishedCounts(whole ?? new Map(), least, later);
  };
  return {
    respondents: candidates.length,
    wantedDays: homes.reduce((sum, { value, weight }) => sum + value * weight, 0),
    reasons: isLineOfDemand(world, summed, commune) ? countsBy(({ reason }) => reason) : null,
    profiles: countsBy(({ profile }) => profile),
    homes: linesByCommune(homes, bourgsOf(world.communes), least),
    trips: publishedRanges(
      tripsOf(candidates),
      least,
      waves.map((wave) => new Map(tripsOf(wave))),
    ),
    medianMinutes: hasMedian && minutes.length >= least ? middleOf(minutes) : null,
    ...shownLoads(candidates, desks, slotsOf(world.questionnaire)),
  };
}

/**
 * Those the diagnosis sums: whom it leaves aside are nowhere here, else they would be what is left between
 * the two. Nobody more is left aside, for the same reason: an answer that is nearly all of an intent here, and
 * not there, has its intent put with the next.
 */
function summedBeside({ questionnaire, given }: World, responses: readonly Response[]) {
  const wishes = responses.flatMap(({ answers, wave }, respondent) => {
    const wish = wishOf(questionnaire, answers, given);
    return wish ? [{ ...wish, respondent, wave }] : [];
  });
  return heldWishes(questionnaire, wishes);
}

type Summed = ReturnType<typeof summedBeside>;

/**
 * Whether those who would come leave nobody or enough of those the diagnosis says its sums are of: what it sums
 * less what is wanted here would else be the days of a few.
 */
function leavesEnough(summed: Summed, candidates: readonly Candidate[]): boolean {
  const coming = new Set(candidates.map(({ respondent }) => respondent));
  return holdsInEach(summed, (some) => {
    const wanting = some.filter(({ wantsNoDesk }) => !wantsNoDesk);
    const base = wanting.filter(({ respondent }) => coming.has(respondent)).length;
    return typeof shownBase(base, some.length, wanting.length) === "number";
  });
}

/** Whether the demand has a line of this commune alone: how many named it is told nowhere else. */
function isLineOfDemand({ communes }: World, summed: Summed, { insee }: Commune): boolean {
  const entries = entriesOf(summed, (commune) => commune);
  const lines = linesByCommune(entries, bourgsOf(communes), smallestCrossedGroup);
  return lines.some((line) => line.communes.join() === insee);
}

/** How many come from how far; those whose home is not known too, whom the whole would tell. */
function tripCounts(minutes: readonly number[], all: number): [string, number][] {
  const known = [...bands, Number.POSITIVE_INFINITY].map((most, index): [string, number] => {
    const above = bands[index - 1] ?? -1;
    return [String(most), minutes.filter((each) => each > above && each <= most).length];
  });
  return [...known, [unknownTrip, all - minutes.length]];
}

/**
 * Every half-day of the grid; its load is null where too few would come, or where the total would tell it.
 * Desks added one at a time would tell those loads: in the days that find a desk they count as their mean.
 */
function shownLoads(candidates: readonly Candidate[], desks: number, slots: readonly string[]) {
  const loads = loadsOf(candidates, desks);
  const hidden = hiddenSlots(candidates);
  const none: SlotLoad = { wanted: 0, seated: 0 };
  const pooled = [...hidden].reduce((sum, slot) => sum + (loads.get(slot)?.wanted ?? 0), 0);
  const each = hidden.size === 0 ? 0 : pooled / hidden.size;
  const reckoned = new Map(
    [...loads].map(([slot, load]) => [
      slot,
      hidden.has(slot) ? { wanted: each, seated: Math.min(each, desks) } : load,
    ]),
  );
  return {
    seatedDays: seatedDays(reckoned),
    loads: new Map(
      slots.map((slot) => [slot, hidden.has(slot) ? null : (loads.get(slot) ?? none)]),
    ),
  };
}

/** Half-days whose load may not be told: of too few, and as many more as hide these; all where even that tells. */
function hiddenSlots(candidates: readonly Candidate[]): Set<string> {
  const least = smallestCrossedGroup;
  const all = candidates.flatMap((candidate) =>
    candidate.slots.map((slot) => {
      const { respondent, intent: group, wave } = candidate;
      return { slot, telling: { respondent, value: presenceOf(candidate), group, wave } };
    }),
  );
  const bySlot = Map.groupBy(all, ({ slot }) => slot);
  const tellingsOf = (slot: string): Telling[] =>
    (bySlot.get(slot) ?? []).map(({ telling }) => telling);
  const counts = new Map(
    [...bySlot.keys()].map(
      (slot) => [slot, tellingPeople(tellingsOf(slot), smallestGroup, least)] as const,
    ),
  );
  const hidden = hiddenCounts(counts, least);
  const people = [...hidden].reduce((sum, slot) => sum + (counts.get(slot) ?? 0), 0);
  const isTold =
    hidden.size > 0 &&
    (people - hidden.size < least || !isSafeGap([...hidden].flatMap(tellingsOf)));
  return isTold ? new Set(bySlot.keys()) : hidden;
}

function slotsOf(questionnaire: Questionnaire): string[] {
  const grid = questionOf(questionnaire, roles.slots);
  if (grid?.type !== "grid") return [];
  return grid.rows.flatMap((row) => grid.columns.map((column) => `${row.value}:${column.value}`));
}
