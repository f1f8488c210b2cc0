import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import {
  boundsOver,
  crossedStep,
  hasRoom,
  hasRoomInside,
  leavesMonthsOpen,
  nearestStep,
  severalOf,
} from "../../disclosure/rules";
import type { Bounds } from "../../disclosure/schema";
import { sumOf } from "../../indicators/counted/rules";
import { activeMembers, regularUsers } from "../../indicators/loyalty/rules";
import { mobility } from "../../indicators/mobility/rules";
import { personDays, type Users, uniqueUsers, visits } from "../../indicators/presence/rules";
import type { ByPlace, Counting, ReportRows } from "../../indicators/schema";
import type { Month } from "../../schema";
import {
  beside,
  distinctPeople,
  eachPlace,
  missing,
  monthsTold,
  nearest,
  ofPlaces,
  plain,
  type Telling,
  tellingUsers,
  toldOf,
  withhold,
  within,
} from "../making/rules";
import type { Figure } from "../schema";

/** 5 to 8 and 18. */
export function presenceFigures(telling: Telling): Figure[] {
  const ofUsers = tellingUsers(telling);
  const visited = ofPlaces(
    { indicator: "visits", measure: "visits", unit: "visit" },
    toldOf(telling, visits),
    (count) => count,
  );
  const months = monthly(telling, uniqueUsers);
  const counted = { telling, ofUsers, months, users: toldOf(ofUsers, uniqueUsers) };
  return [
    ...beside(telling, [...daysFigures(telling), ...visited]),
    ...usersFigures(counted),
    ...beside(ofUsers, regularFigures(ofUsers, months)),
    ...beside(telling, [severalSites(counted)]),
    missing({ indicator: "mobility", measure: "passesAway", unit: "booking" }, "no_passes"),
  ];
}

/** Month by month, of all bookings: a person's day is shared by its places, whichever of these may be told. */
function daysFigures(telling: Telling): Figure[] {
  const months = monthly(telling, personDays);
  const named = { indicator: "personDays", measure: "days", unit: "person_day" } as const;
  return [null, ...telling.rows.spaces.map(({ id }) => id)].map((place) => {
    const own = ofMonths(months, monthsTold(telling, place), place);
    return plain(
      named,
      place,
      sumOf(own, (days) => days),
    );
  });
}

/** How many people came; over several months not where that tells of few who did not come in one of them. */
function personsFigure(
  ofUsers: Telling,
  months: Monthly<Users>,
  place: string | null,
  count: number,
): Figure {
  const each = ofMonths(months, monthsTold(ofUsers, place), place).map(({ persons }) => persons);
  return leavesMonthsOpen(count, each)
    ? distinctPeople(usersNamed, place, count, ofUsers)
    : withhold(usersNamed, place, "protects_another");
}

/** People counted by month, and over the months told of them (`ofUsers`), which are fewer than those of guests. */
type Counted = {
  telling: Telling;
  ofUsers: Telling;
  months: Monthly<Users>;
  users: ByPlace<Users>;
};

function usersFigures({ telling, ofUsers, months, users }: Counted): Figure[] {
  const persons = eachPlace(users).map(([place, own]) =>
    personsFigure(ofUsers, months, place, own.persons),
  );
  const guests = ofPlaces(
    { indicator: "uniqueUsers", measure: "guests", unit: "booking" },
    toldOf(telling, uniqueUsers),
    (own) => own.guests,
  );
  const told = beside(ofUsers, persons);
  return beside(telling, guests).flatMap((own, at) => [...told.slice(at, at + 1), own]);
}

const usersNamed = { indicator: "uniqueUsers", measure: "persons", unit: "person" } as const;

/**
 * Two parts of a group that is told: one to the nearest five, and what that leaves of the group as told. Over
 * several months only where these months, as told, leave room for it.
 */
function regularFigures(telling: Telling, users: Monthly<Users>): Figure[] {
  const months = monthly(telling, regularUsers);
  return eachPlace(toldOf(telling, regularUsers)).flatMap(([place, { regular, occasional }]) => {
    const named = { indicator: "regularUsers", unit: "person" } as const;
    const group = personsFigure(telling, users, place, regular + occasional);
    const parts = ["regular", "occasional"] as const;
    const of = group.value;
    if (of === null) {
      const because = group.withheld ?? "protects_another";
      return parts.map((measure) => withhold({ ...named, measure }, place, because));
    }
    const told = Math.min(nearestStep(regular), of);
    const each = ofMonths(months, monthsTold(telling, place), place)
      .filter((own) => own.regular + own.occasional > 0)
      .map((own) => own.regular);
    const tell = (measure: "regular" | "occasional", count: number) =>
      hasRoom(regular, each)
        ? { ...plain({ ...named, measure }, place, count), nearest: crossedStep }
        : withhold({ ...named, measure }, place, "protects_another");
    return [tell("regular", told), tell("occasional", of - told)];
  });
}

type Monthly<Value> = (readonly [Month, ByPlace<Value>])[];

/** An indicator of each month, of all bookings. */
function monthly<Value>(
  { rows, counting, months }: Telling,
  count: (rows: ReportRows, counting: Counting) => ByPlace<Value>,
): Monthly<Value> {
  return months.map((month) => {
    const range = within(counting.range, month);
    return [month, count(rows, { ...counting, range })] as const;
  });
}

function ofMonths<Value>(
  each: Monthly<Value>,
  told: readonly Month[],
  place: string | null,
): Value[] {
  return each.flatMap(([month, { network, bySpace }]) => {
    if (!told.includes(month)) return [];
    return place === null
      ? [network]
      : [...bySpace].flatMap(([id, own]) => (id === place ? own : []));
  });
}

function severalSites(counted: Counted): Figure {
  const { telling, ofUsers, months } = counted;
  const { severalSites: group } = mobility(telling.told.ofNetwork, telling.counting);
  const { value } = personsFigure(ofUsers, months, null, group.of);
  const named = { indicator: "mobility", measure: "severalSites", unit: "person" } as const;
  // Newcomers since the first month are as many as came since: over these, how many came is known exactly.
  const isOpen = [null, group.of].every((network) => {
    const { part, whole } = knownOfSeveral(counted, network);
    return hasRoomInside(part, whole);
  });
  return isOpen && value !== null
    ? nearest(named, null, { count: group.count, of: value })
    : withhold(named, null, "protects_another");
}

/** What the people told of the network and of its places tell of those who came to several places. */
function knownOfSeveral(
  { telling, ofUsers, months: all, users }: Counted,
  network: number | null,
): { part: Bounds; whole: Bounds } {
  const told = monthsTold(telling, null);
  const months = all.filter(([month]) => told.includes(month));
  const placesIn = ([month, { bySpace }]: (typeof months)[number]) =>
    [...bySpace].map(([id, { persons }]) => {
      if (!ofUsers.untold.bySpace.get(id)?.has(month)) return exactly(persons);
      return telling.untold.bySpace.get(id)?.get(month) === "few_people"
        ? { least: 0, most: smallestGroup - 1 }
        : { least: smallestGroup, most: Number.POSITIVE_INFINITY };
    });
  const bySeveral = months.map((own) => severalOf(placesIn(own), exactly(own[1].network.persons)));
  const ofNetwork = months.map(([, { network: own }]) => exactly(own.persons));
  const whole = network === null ? boundsOver(ofNetwork, users.network.persons) : exactly(network);
  const each = months.map(placesIn);
  const places = [...users.bySpace].map(([id, { persons }], at) => {
    const isWhole = told.every((month) => !ofUsers.untold.bySpace.get(id)?.has(month));
    return boundsOver(
      each.flatMap((own) => own[at] ?? []),
      isWhole ? persons : null,
    );
  });
  const part = severalOf(places, whole);
  const least = Math.max(part.least, ...bySeveral.map((own) => own.least));
  return { part: { ...part, least }, whole };
}

function exactly(count: number): Bounds {
  return { least: count, most: count };
}

/** 9, over its own ninety days. */
export function activeFigures(overLastDays: Telling): Figure[] {
  const telling = tellingUsers(overLastDays);
  const named = { indicator: "activeMembers", measure: "persons", unit: "person" } as const;
  const active = toldOf(telling, activeMembers);
  return beside(
    telling,
    eachPlace(active).map(([place, count]) => nearest(named, place, { count, of: null })),
  );
}
