import { day } from "@/lib/core/day";
import { figuresOf } from "@/lib/reports/figures/rules";
import type { Figure } from "@/lib/reports/figures/schema";
import type {
  Counting,
  ReportBooking,
  ReportPerson,
  ReportRows,
} from "@/lib/reports/indicators/schema";
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  type Month,
  monthInput,
  monthsOf,
} from "@/lib/reports/schema";
import { plainRule } from "./plain-values";
import {
  aPlace,
  aReportEvent,
  aReportSpace,
  aStay,
  aWish,
  aWorkingCalendar,
  someRows,
  someTravel,
} from "./report-rows";
import type { World } from "./report-tables";

/** Months anything happens in. */
export const livedMonths = ["2026-02", "2026-03", "2026-04", "2026-05", "2026-06"].map((text) =>
  monthInput.parse(text),
);
const countedAt = new Date("2027-03-01T08:00:00Z");

/** So many networks, the same in every run: that a fault is found among them is no matter of chance. */
export function usualSeeds(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

/** The same, others in `npm run prove`: `NETWORK_SEED=41 NETWORK_COUNT=300` draws these. */
export function networkSeeds(usual: number): number[] {
  const first = Number(process.env["NETWORK_SEED"] ?? 1);
  return usualSeeds(Number(process.env["NETWORK_COUNT"] ?? usual)).map((at) => first - 1 + at);
}

type Draw = (below: number) => number;

function drawing(seed: number): Draw {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Two bourgs and those around them, a neighbour and one farther away. */
const communes: ReportRows["communes"] = [
  { insee: "c0", nearestBourg: "c0" },
  { insee: "c1", nearestBourg: "c0" },
  { insee: "c2", nearestBourg: "c0" },
  { insee: "c3", nearestBourg: "c3" },
  { insee: "c4", nearestBourg: "c3" },
  { insee: "c5", nearestBourg: null, isMember: false, epci: "next" },
  { insee: "c6", nearestBourg: null, isMember: false },
].map((own) => ({ name: own.insee, epci: null, isMember: true, population: 1000, ...own }));

/**
 * One to four places of a valley, open on Tuesdays and Saturdays, with few people in most months; `crowd`: of
 * many teleworkers, so that something is told of how they travel.
 */
export function aSmallNetwork(seed: number, kind: "few" | "crowd" = "few"): ReportRows {
  const draw = drawing(seed);
  const ids = ["a", "b", "c", "d"].slice(0, 1 + draw(4));
  const pool = 8 + draw(20) + (kind === "crowd" ? 12 : 0);
  const each = ids.flatMap((id) => livedMonths.map((month) => ({ id, month })));
  const rows = someRows({
    spaces: ids.map((id) => aSmallSpace(id, draw)),
    bookings: each.flatMap(({ id, month }) => [
      ...staysOf(draw, id, month, pool),
      ...(kind === "crowd" ? crowdOf(draw, id, month, pool) : []),
    ]),
    events: variedEvents(
      each.flatMap(({ id, month }) => eventsOf(draw, id, month)),
      drawing(seed + 1_000),
    ),
    wishes: each.flatMap(({ id, month }) =>
      some(draw(9), () => ({
        ...aWish({
          on: openDay(draw, month),
          part: draw(2) === 0 ? "morning" : "day",
          spaceId: id,
        }),
        places: 1 + draw(2),
        isServed: draw(3) === 0,
      })),
    ),
    people: some(pool, (at) => ({
      id: `p${at}`,
      situation: situationsOf[kind === "crowd" ? 0 : Math.min(draw(6), draw(6))] ?? null,
      past: [],
      communeId: communes[Math.min(draw(9), draw(9))]?.insee ?? null,
    })),
    communes,
  });
  return { ...rows, travel: travelOf(rows, draw) };
}

const situationsOf = ["teleworker", "self_employed", "association", "resident"] as const;

/** How people of these networks travel; nobody does otherwise. */
export const modesThere = ["car", "shared_car", "train"] as const;

/** The same people, of whom every other one said they were something else until some day of those months. */
export function withChanges(rows: ReportRows, seed: number): ReportRows {
  const draw = drawing(seed + 2_000);
  const people = rows.people.map((person): ReportPerson => {
    const [situation, month] = [situationsOf[draw(4)], livedMonths[draw(livedMonths.length)]];
    const isOther = draw(2) === 0 && situation !== undefined && month !== undefined;
    return isOther
      ? { ...person, past: [{ situation, until: day(openDay(draw, month)) }] }
      : person;
  });
  return { ...rows, people };
}

/** Three teleworkers of four give how they go to work, which is farther than any place. */
function travelOf({ people, spaces }: ReportRows, draw: Draw): ReportRows["travel"] {
  const at = (east: number) => ({ latitude: 44.48, longitude: 1.1 + 0.03 * east });
  return someTravel({
    commutes: people.flatMap(({ id, situation }) => {
      const mode = modesThere[Math.min(draw(3), draw(3))] ?? "car";
      const given = { workplaceId: "c6", mode, kmToWork: 60 + draw(40), toSpace: null };
      return situation === "teleworker" && draw(4) > 0 ? { personId: id, ...given } : [];
    }),
    positions: {
      ofCommunes: new Map(communes.map(({ insee }, rank) => [insee, at(rank)])),
      ofSpaces: new Map(spaces.map(({ id }, rank) => [id, at(rank + 0.5)])),
    },
  });
}

function aSmallSpace(id: string, draw: Draw) {
  const hours = [2, 6].flatMap((weekday) => [
    plainRule({ weekday, startMinute: 510, endMinute: 750 }),
    plainRule({ weekday, startMinute: 810, endMinute: 1110 }),
  ]);
  const desks = some(2 + draw(4), (at) => aPlace(`${id}-${at + 1}`));
  return aReportSpace(id, {
    calendar: aWorkingCalendar({ rules: hours }),
    presence: draw(5) === 0 ? "kept_booking" : "arrival",
    resources: [
      ...desks,
      aPlace(`${id}-o`, { kind: "office" }),
      aPlace(`${id}-room`, { kind: "room", seats: 6 }),
    ],
  });
}

/** From nobody to fourteen people of the pool, most often few. */
function staysOf(draw: Draw, spaceId: string, month: Month, pool: number): ReportBooking[] {
  const size = [0, 1 + draw(4), 4 + draw(4), 5 + draw(10)][draw(4)] ?? 0;
  const from = draw(pool);
  const people = some(Math.min(size, pool), (at) => `p${(from + at * (1 + draw(2))) % pool}`);
  const members = people.flatMap((personId) =>
    some(1 + draw(draw(4) === 0 ? 9 : 3), () => stayOf(draw, { spaceId, month, personId })),
  );
  const guests = some(draw(3) === 0 ? draw(3) : 0, () =>
    stayOf(draw, { spaceId, month, personId: null }),
  );
  return [...members, ...guests];
}

/** Up to two dozen people more, in every other month of a place. */
function crowdOf(draw: Draw, spaceId: string, month: Month, pool: number): ReportBooking[] {
  return some(draw(2) * draw(24), () =>
    stayOf(draw, { spaceId, month, personId: `p${draw(pool)}` }),
  );
}

type Asked = { spaceId: string; month: Month; personId: string | null };

function stayOf(draw: Draw, { month, ...own }: Asked): ReportBooking {
  const part = (["morning", "afternoon", "day"] as const)[draw(3)] ?? "day";
  const stay = aStay({ on: openDay(draw, month), part, ...own });
  const state = (["released", "no_show"] as const)[draw(16)] ?? "confirmed";
  const place = ["1", "2", "3", "o", "room"][draw(5)] ?? "1";
  // One in twelve stays until the next day, over the end of the month now and then.
  const isOver = month !== livedMonths.at(-1) && draw(12) === 0;
  const night = isOver ? { ...over(month), endsAt: nextMorning(month) } : {};
  const isThere = state === "confirmed" && draw(9) > 0;
  return {
    ...stay,
    ...night,
    ...{ state, resourceId: `${own.spaceId}-${place}`, companions: draw(3) },
    checkedInAt: isThere ? stay.startsAt : null,
  };
}

function over(month: Month) {
  return { startsAt: new Date(`${lastDayOf(month)}T15:00:00Z`) };
}

function nextMorning(month: Month): Date {
  return new Date(`${firstDayOf(addMonths(month, 1))}T09:00:00Z`);
}

function eventsOf(draw: Draw, spaceId: string, month: Month): ReportRows["events"] {
  return some(draw(3), () => {
    const [namedRegistered, walkIns] = [draw(12), draw(3) === 0 ? draw(5) : 0];
    const named = namedRegistered + walkIns;
    return aReportEvent({
      // Counted at every third, by a number of its own.
      heads: named % 3 === 0 ? (named * 7 + 2 * Number(month.slice(5))) % 13 : null,
      ...{ on: openDay(draw, month), spaceId, theme: draw(2) === 0 ? "digital" : "talk" },
      ...{ namedRegistered, walkIns, named, capacity: 20 },
      registered: namedRegistered + draw(4),
      firstTimers: draw(namedRegistered + 1),
      participants: some(namedRegistered, () => `p${draw(30)}`),
    });
  });
}

/** Some without a limit of seats, some without a list, of a third theme, with notes: by draws of their own. */
function variedEvents(events: ReportRows["events"], draw: Draw): ReportRows["events"] {
  return events.map((event) => {
    const theme = event.theme === "talk" && draw(2) === 0 ? "work" : event.theme;
    const capacity = draw(3) === 0 ? null : event.capacity;
    const own = { ...event, theme, capacity, feedback: { count: draw(9), sum: 40 } };
    const open = { needsRegistration: false, registered: 0, namedRegistered: 0, firstTimers: 0 };
    return draw(4) === 0 ? { ...own, ...open, walkIns: event.named } : own;
  });
}

/** A Tuesday or a Saturday of that month. */
function openDay(draw: Draw, month: Month): string {
  const days = some(28, (at) => `${month}-${String(at + 1).padStart(2, "0")}`);
  const open = days.filter((date) => [2, 6].includes(new Date(date).getUTCDay()));
  return open[draw(open.length)] ?? `${month}-01`;
}

function some<Value>(count: number, make: (at: number) => Value): Value[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** Every month, two and three in a row, quarters, the year and the school year. */
export function allPeriods(): Counting[] {
  const runs = [1, 2, 3].flatMap((length) =>
    livedMonths
      .slice(0, 1 - length || livedMonths.length)
      .map((first) => ({ first, last: addMonths(first, length - 1) })),
  );
  const named = [
    ["2026-01", "2026-03"],
    ["2026-04", "2026-06"],
    ["2026-01", "2026-12"],
    ["2025-09", "2026-08"],
  ].map(([first, last]) => ({ first: monthInput.parse(first), last: monthInput.parse(last) }));
  const all = new Map(
    [...runs, ...named].map((period) => [`${period.first} ${period.last}`, period]),
  );
  return [...all.values()].map(({ first, last }) => ({
    range: { first: firstDayOf(first), last: lastDayOf(last) },
    at: countedAt,
  }));
}

/** Months of a period that anything happens in. */
export function livedIn({ range }: Counting): Month[] {
  const months = monthsOf({
    first: monthInput.parse(range.first.slice(0, 7)),
    last: monthInput.parse(range.last.slice(0, 7)),
  });
  return months.filter((month) => livedMonths.includes(month));
}

/** Every report of a network: its months, two and three in a row, quarters, year and school year. */
export function everyReport(
  rows: ReportRows,
  tell: (rows: ReportRows, counting: Counting) => Figure[] = figuresOf,
): World {
  const given = allPeriods().map((counting) => ({
    months: livedIn(counting),
    figures: tell(rows, counting),
  }));
  return { given, ids: rows.spaces.map(({ id }) => id), months: livedMonths };
}
