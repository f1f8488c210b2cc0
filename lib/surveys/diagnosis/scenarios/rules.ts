import { distanceKm, type Position, roadHypotheses } from "@/lib/core/distance";
import { optionsIn, questionOf } from "../../questionnaires/rules";
import type { Questionnaire } from "../../questionnaires/schema";
import { bourgsOf, type Commune } from "../figures/rules";
import type { CommuneLine } from "../publication/rules";
import { type Assumptions, roles } from "../schema";
import { weeksPerMonth } from "../travel/rules";
import type { Coming, ComingFrom, Lack, Scenario, SlotLoad, ToldTables } from "./schema";

type World = {
  questionnaire: Questionnaire;
  communes: readonly Commune[];
  given: Pick<Assumptions, "communesNamedEach">;
};
type Asked = { commune: Commune; desks: number };

/**
 * What opening in a commune with so many desks would give: an estimation from published tables alone, so that
 * it tells nothing they do not, however often it is asked. With the tables that are not told; without those of
 * the demand and of the desks there is none.
 */
export function scenarioOf(
  told: ToldTables,
  world: World,
  asked: Asked,
): { scenario: Scenario | null; lacks: Lack[] } {
  const lacks = lacksOf(told);
  const isNone = lacks.includes("demand") || lacks.includes("desks");
  return { scenario: isNone ? null : estimated(told, world, asked), lacks };
}

function lacksOf({ demand, desks, flows, longestTrips, peak }: ToldTables): Lack[] {
  const isTold = {
    demand: demand.length > 0,
    desks: desks.length > 0,
    flows: flows !== null,
    longestTrips: longestTrips !== null,
    peak: [...peak.bySlot.values()].some((value) => value !== null),
  };
  return (["demand", "desks", "flows", "longestTrips", "peak"] as const).filter(
    (table) => !isTold[table],
  );
}

function estimated(told: ToldTables, world: World, { commune, desks }: Asked): Scenario {
  const { named, elsewhere, among } = demandOf(told, commune);
  const homes = told.flows && homesOf({ told, world, commune, named, elsewhere }, told.flows);
  const near =
    homes && told.longestTrips
      ? nearComing(sumOf(homes.map((home) => home.near ?? 0)), elsewhere, world)
      : null;
  const wantedDays = named.days + (near?.days ?? 0);
  return {
    ...{ among, named, near, wantedDays },
    homes,
    medianMinutes: medianOf(homes ?? []),
    week: weekOf(told, wantedDays, { desks, questionnaire: world.questionnaire }),
  };
}

type Wishes = { wishes: number; days: number };
type Demand = { named: Coming; elsewhere: Wishes; among: string[] };

/**
 * Of all who want a desk: those who named the place, an equal share of the line that holds it, and the wishes
 * for other places. Who wants rooms alone is taken from each line in the same proportion.
 */
function demandOf({ demand, desks }: ToldTables, { insee }: Commune): Demand {
  const [all, seated] = [totalOf(demand), totalOf(desks)];
  const line = demand.find(({ communes }) => communes.includes(insee));
  const among = line?.communes ?? [];
  const share = (part: number, whole: number) => ratio(part, Math.max(1, among.length) * whole);
  const named = {
    people: seated.wishes * share(line?.wishes ?? 0, all.wishes),
    days: seated.days * share(line?.value ?? 0, all.days),
  };
  const elsewhere = {
    wishes: seated.wishes - named.people,
    days: seated.days - named.days,
  };
  return { among, named, elsewhere };
}

function totalOf(lines: readonly CommuneLine[]): Wishes {
  return {
    wishes: sumOf(lines.map(({ wishes }) => wishes)),
    days: sumOf(lines.map(({ value }) => value)),
  };
}

type Known = {
  told: ToldTables;
  world: World;
  commune: Commune;
  named: Coming;
  elsewhere: Wishes;
};

/**
 * From where: each line of homes has the part it has in the flows, towards the column of the place for those who
 * named it. Of its other people (their wishes over the communes each named) come those whose longest trip, as
 * all say it, reaches the place.
 */
function homesOf(known: Known, flows: NonNullable<ToldTables["flows"]>): ComingFrom[] {
  const { told, world, commune, named, elsewhere } = known;
  const bourg = bourgsOf(world.communes).get(commune.insee) ?? commune.insee;
  const column = flows.columns.find(({ bourgs }) => bourgs.includes(bourg))?.key ?? "";
  const lines = flows.lines.map(({ rows, cells }) => ({
    communes: rows,
    here: cells.get(column) ?? 0,
    all: sumOf([...cells.values()]),
  }));
  const scale = ratio(named.people + elsewhere.wishes, sumOf(lines.map(({ all }) => all)));
  const towards = scale * sumOf(lines.map(({ here }) => here));
  const naming = Math.min(1, ratio(named.people, towards));
  return lines.map(({ communes, here, all }) => {
    const minutes = minutesBetween(centreOf(communes, world), commune);
    const namers = scale * here * naming;
    const others = Math.max(0, (scale * all) / world.given.communesNamedEach - namers);
    const reach = told.longestTrips && reachOf(told.longestTrips, minutes, world.questionnaire);
    const near = reach === null ? null : others * reach;
    const days =
      named.days * ratio(namers, named.people) + nearComing(near ?? 0, elsewhere, world).days;
    return { communes, minutes, named: namers, near, days };
  });
}

/**
 * People who did not name the place, with what they would give it: it is one more place for each, and has an
 * equal share of days like those of the others.
 */
function nearComing(people: number, { wishes, days }: Wishes, { given }: World): Coming {
  const places = given.communesNamedEach;
  return { people, days: (people * ratio(days, wishes) * places) / (places + 1) };
}

/** The middle of communes, each by its inhabitants; null where none of them is known. */
function centreOf(insees: readonly string[], { communes }: World): Position | null {
  const known = communes.filter(({ insee }) => insees.includes(insee));
  const weightOf = ({ population }: Commune) => Math.max(1, population ?? 0);
  const all = sumOf(known.map(weightOf));
  const mean = (of: "latitude" | "longitude") =>
    sumOf(known.map((commune) => commune[of] * weightOf(commune))) / all;
  return all === 0 ? null : { latitude: mean("latitude"), longitude: mean("longitude") };
}

/** A trip by car, in minutes: straight line × detour, at the speed we suppose, whatever staff suppose of roads. */
function minutesBetween(from: Position | null, to: Position): number | null {
  if (!from) return null;
  const { detourFactor, kilometresAnHour } = roadHypotheses;
  return (distanceKm(from, to) * detourFactor * 60) / kilometresAnHour;
}

/** The share of those who said their longest trip that goes so far; answers put together count as the shortest. */
function reachOf(
  lines: NonNullable<ToldTables["longestTrips"]>,
  minutes: number | null,
  questionnaire: Questionnaire,
): number {
  if (minutes === null) return 0;
  const options = optionsIn(questionnaire, roles.longestTrip);
  const longest = new Map(options.map((option) => [option.value, option.minutes ?? 0]));
  const reaching = lines.filter(
    ({ keys }) => Math.min(...keys.map((key) => longest.get(key) ?? 0)) >= minutes,
  );
  return ratio(sumOf(reaching.map(({ count }) => count)), sumOf(lines.map(({ count }) => count)));
}

/** The trip half of those whose home is known make at most. */
function medianOf(homes: readonly ComingFrom[]): number | null {
  const trips = homes
    .flatMap(({ minutes, named, near }) =>
      minutes === null ? [] : [{ minutes, people: named + (near ?? 0) }],
    )
    .sort((a, b) => a.minutes - b.minutes);
  let left = sumOf(trips.map(({ people }) => people)) / 2;
  if (left === 0) return null;
  for (const { minutes, people } of trips) {
    left -= people;
    if (left <= 1e-9) return minutes;
  }
  return null;
}

/**
 * How full each half-day of a usual week is: two a person-day, spread as all who ticked some did, and never more
 * people than ticked it; desks are given until there are none. A half-day that is not told gets none.
 */
function weekOf(
  { peak }: ToldTables,
  days: number,
  { desks, questionnaire }: { desks: number; questionnaire: Questionnaire },
): Scenario["week"] {
  const told = [...peak.bySlot.values()].flatMap((value) => value ?? []);
  if (told.length === 0) return null;
  const all = sumOf(told);
  const loadOf = (ticking: number): SlotLoad => {
    const wanted = Math.min(ticking, (2 * days * ratio(ticking, all)) / weeksPerMonth);
    return { wanted, seated: Math.min(wanted, desks) };
  };
  const loads = new Map(
    slotsOf(questionnaire).map((slot) => {
      const ticking = peak.bySlot.get(slot) ?? (peak.bySlot.has(slot) ? null : 0);
      return [slot, ticking === null ? null : loadOf(ticking)] as const;
    }),
  );
  const seated = sumOf([...loads.values()].map((load) => load?.seated ?? 0));
  return { loads, seatedDays: (seated * weeksPerMonth) / 2 };
}

function slotsOf(questionnaire: Questionnaire): string[] {
  const grid = questionOf(questionnaire, roles.slots);
  if (grid?.type !== "grid") return [];
  return grid.rows.flatMap((row) => grid.columns.map((column) => `${row.value}:${column.value}`));
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
