import { bookingStates } from "@/lib/bookings/states/schema";
import { addDays, type Day, day } from "@/lib/core/day";
import { organisationKinds } from "@/lib/members/organisations/schema";
import { situations } from "@/lib/members/profiles/schema";
import type { Counting, ReportRows } from "@/lib/reports/indicators/schema";
import { openingSeasons, openingStates } from "@/lib/spaces/opening-hours/schema";
import { resourceKinds } from "@/lib/spaces/schema";
import { withFirsts } from "./first-days";
import { randomTravel } from "./random-travel";

/** Draws by a seed: the same seed makes the same network. */
export type Draw = {
  below: (count: number) => number;
  between: (least: number, most: number) => number;
  one: <Value>(values: readonly Value[]) => Value;
  chance: (percent: number) => boolean;
  some: <Value>(least: number, most: number, make: (index: number) => Value) => Value[];
};

function drawing(seed: number): Draw {
  let state = seed;
  const below = (count: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
  const between = (least: number, most: number) => least + below(most - least + 1);
  return {
    below,
    between,
    one: <Value>(values: readonly Value[]) => values[below(values.length)] as Value,
    chance: (percent) => below(100) < percent,
    some: (least, most, make) =>
      Array.from({ length: between(least, most) }, (_, index) => make(index)),
  };
}

/** Around a leap day, both changes of clocks, Christmas, Easter and the bridges of May. */
const anchors = [
  "2024-02-26",
  "2026-03-24",
  "2026-10-20",
  "2026-12-20",
  "2027-03-25",
  "2028-02-20",
  "2026-05-01",
].map(day);
const zones = [
  "Europe/Paris",
  "Europe/Paris",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "America/Martinique",
];
const quarter = 900_000;
const hour = 4 * quarter;
const dayMs = 24 * hour;
const personIds = ["ana", "bob", "cleo", "dan", "eve", "flo"];

export type Network = { rows: ReportRows; counting: Counting };

/** A network of one to three spaces over a few days or whole months, with everything a report counts. */
export function randomNetwork(seed: number): Network {
  const draw = drawing(seed);
  const range = rangeOf(draw);
  const near = { draw, from: Date.parse(range.first), until: Date.parse(range.last) + dayMs };
  const spaces = draw.some(1, 3, (index) => spaceOf(near, `s${index}`));
  const bookings = draw.some(5, 40, (index) => bookingOf(near, `b${index}`, draw.one(spaces)));
  const rows: Omit<ReportRows, "firsts"> = {
    spaces,
    bookings,
    wishes: draw.some(0, 8, () => ({
      ...intervalNear(near, 40),
      spaceId: draw.one(spaces).id,
      kind: draw.one(resourceKinds),
      places: draw.between(1, 3),
      from: draw.one(["waiting_list", "series"] as const),
      isServed: draw.chance(40),
    })),
    events: draw.some(0, 6, (index) => eventOf(near, `e${index}`, draw.one(spaces).id)),
    people: personIds.slice(draw.below(3)).map((id, index) => ({
      id,
      communeId: draw.one(["46182", "46225", "46042", "75056", null]),
      situation: draw.one([null, "teleworker" as const, "teleworker" as const, ...situations]),
      past: pastOf({ ...near, draw: drawing(seed * 100 + index) }),
    })),
    communes: [
      communeOf("46182", { population: 1_600 }),
      communeOf("46225", { population: draw.chance(90) ? 900 : null }),
      communeOf("46042", { isMember: false, epci: "Grand Cahors" }),
      communeOf("75056", { isMember: false, epci: null }),
    ],
    organisations: draw.some(0, 3, (index) => ({
      id: `o${index}`,
      kind: draw.one(organisationKinds),
      people: draw.some(0, 3, () => ({
        personId: draw.one(personIds),
        from: dayNear(near),
        until: draw.chance(50) ? dayNear(near) : null,
      })),
    })),
    offers: draw.some(0, 5, () => dayNear(near)),
    contacts: draw.some(0, 5, () => dayNear(near)),
    travel: randomTravel(drawing(seed ^ 0x5eed), personIds, spaces),
  };
  // Counted while the period runs, one time in three.
  const after = draw.chance(33) ? draw.between(-5 * 96, 96) : draw.between(0, 200 * 96);
  const at = new Date(near.until + after * quarter);
  return { rows: withFirsts(rows, at), counting: { range, at } };
}

/** What somebody said they were before, in the order they said it; most always were what they are. */
function pastOf(near: Near) {
  const days = near.draw.chance(40) ? near.draw.some(1, 3, () => dayNear(near)).toSorted() : [];
  return days.map((until) => ({ situation: near.draw.one(situations), until }));
}

function rangeOf(draw: Draw): { first: Day; last: Day } {
  const anchor = draw.one(anchors);
  if (draw.chance(30)) {
    const first = day(`${anchor.slice(0, 7)}-01`);
    const next = day(`${addDays(first, draw.chance(30) ? 59 + 3 : 31).slice(0, 7)}-01`);
    return { first, last: addDays(next, -1) };
  }
  const first = addDays(anchor, draw.below(7));
  return { first, last: addDays(first, draw.below(12)) };
}

type Near = { draw: Draw; from: number; until: number };

/** Mostly within the range and three days around; one in five within some months of it. */
function intervalNear({ draw, from, until }: Near, mostQuarters: number) {
  const slack = draw.chance(20) ? 110 * dayMs : 3 * dayMs;
  const span = (until - from + 2 * slack) / quarter;
  const startsAt = new Date(from - slack + draw.below(span) * quarter);
  return { startsAt, endsAt: new Date(+startsAt + draw.between(1, mostQuarters) * quarter) };
}

function dayNear({ draw, from, until }: Near): Day {
  const offset = draw.between(-4, (until - from) / dayMs + 3);
  return addDays(day(new Date(from).toISOString().slice(0, 10)), offset);
}

/** Hours of one day, apart from one another, in order. */
function hoursOf(draw: Draw) {
  let from = draw.between(0, 20) * 30;
  return draw
    .some(1, 3, () => {
      const startMinute = Math.min(from, 1410);
      const endMinute = Math.min(startMinute + draw.between(1, 12) * 30, 1440);
      from = endMinute + draw.between(0, 4) * 30;
      return { startMinute, endMinute, state: draw.one(openingStates) };
    })
    .filter(({ startMinute }, index, all) => startMinute >= (all[index - 1]?.endMinute ?? 0));
}

function rulesOf(near: Near): ReportRows["spaces"][number]["calendar"]["rules"] {
  const { draw } = near;
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => draw.chance(75));
  return weekdays.flatMap((weekday) =>
    hoursOf(draw).map((hours) => {
      const everyWeeks = draw.chance(80) ? 1 : 2;
      return {
        ...hours,
        weekday,
        everyWeeks,
        weekOffset: draw.below(everyWeeks),
        validFrom: draw.chance(15) ? dayNear(near) : null,
        validUntil: draw.chance(15) ? dayNear(near) : null,
        season: draw.chance(70) ? ("always" as const) : draw.one(openingSeasons),
        staffName: null,
      };
    }),
  );
}

function spaceOf(near: Near, id: string): ReportRows["spaces"][number] {
  const { draw } = near;
  const closures = draw.some(0, 2, () => ({
    ...intervalNear(near, 96),
    announcedAt: new Date(near.from + draw.between(-14, 10) * dayMs + draw.below(96) * quarter),
  }));
  const exceptionDays = [...new Set(draw.some(0, 2, () => dayNear(near)))];
  const holidays = draw.some(0, 1, () => dayNear(near));
  return {
    id,
    presence: draw.chance(25) ? "kept_booking" : "arrival",
    closures,
    calendar: {
      timeZone: draw.one(zones),
      halfDayBoundary: draw.one([720, 780, 810]),
      closesOnPublicHolidays: draw.chance(70),
      rules: rulesOf(near),
      exceptions: exceptionDays.map((on) => ({
        day: on,
        intervals: draw.chance(40) ? [] : hoursOf(draw),
        reason: null,
      })),
      closures: closures.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, reason: "travaux" })),
      schoolHolidays: holidays.map((firstDay) => ({
        firstDay,
        untilDay: addDays(firstDay, draw.between(1, 14)),
        name: "vacances",
      })),
    },
    resources: resourcesOf(near, id),
  };
}

function resourcesOf(near: Near, spaceId: string): ReportRows["spaces"][number]["resources"] {
  const { draw } = near;
  const kinds = [
    "desk",
    "desk",
    "office",
    "room",
    "room",
    ...draw.some(0, 2, () => draw.one(resourceKinds)),
  ];
  return kinds.map((kind, index) => ({
    id: `${spaceId}-${index}`,
    kind: kind as "desk",
    seats: draw.between(1, 12),
    inServiceFrom: draw.chance(15) ? dayNear(near) : day("2020-01-01"),
    inServiceUntil: draw.chance(15) ? dayNear(near) : null,
    closures: draw.some(0, draw.chance(30) ? 2 : 0, () => intervalNear(near, 60)),
    // Of those after it only: nothing is made of itself.
    partIds: draw.chance(15) && index < 4 ? [`${spaceId}-${index + 1}`, `${spaceId}-4`] : [],
  }));
}

function bookingOf(
  near: Near,
  id: string,
  space: ReportRows["spaces"][number],
): ReportRows["bookings"][number] {
  const { draw } = near;
  const { startsAt, endsAt } = intervalNear(near, draw.chance(60) ? 40 : 8);
  const isEvent = draw.chance(8);
  const state = draw.chance(65) ? "confirmed" : draw.one(bookingStates);
  const isThere = (state === "confirmed" || state === "released") && draw.chance(65);
  return {
    id,
    spaceId: space.id,
    resourceId: draw.one(space.resources).id,
    personId: isEvent || draw.chance(12) ? null : draw.one(personIds),
    startsAt,
    endsAt,
    checkedInAt: isThere ? startsAt : null,
    isEvent,
    state,
    companions: draw.chance(25) ? draw.between(1, 4) : 0,
    organisationId: draw.chance(10) ? `o${draw.below(3)}` : null,
  };
}

function eventOf(near: Near, id: string, spaceId: string): ReportRows["events"][number] {
  const { draw } = near;
  const namedRegistered = draw.chance(60) ? draw.below(8) : 0;
  const walkIns = draw.chance(40) ? draw.below(4) : 0;
  const on = dayNear(near);
  const startsAt = new Date(Date.parse(on) + draw.between(32, 72) * quarter);
  return {
    id,
    spaceId,
    spaceName: spaceId,
    theme: draw.one(["digital", "talk", "making"]),
    state: draw.chance(80) ? "published" : "cancelled",
    day: on,
    startsAt,
    endsAt: new Date(+startsAt + draw.between(2, 16) * quarter),
    capacity: draw.chance(70) ? draw.between(5, 20) : null,
    needsRegistration: draw.chance(70),
    registered: namedRegistered + draw.below(5),
    named: namedRegistered + walkIns,
    heads: draw.chance(30) ? draw.below(20) : null,
    firstTimers: draw.below(namedRegistered + 1),
    feedback: { count: 0, sum: 0 },
    namedRegistered,
    walkIns,
    participants: draw.some(0, namedRegistered, () => draw.one(personIds)),
    isLedByMember: draw.chance(30),
  };
}

function communeOf(insee: string, own: object) {
  const plain = { name: insee, epci: "Vallée du Lot", isMember: true, nearestBourg: null };
  return { insee, population: 1_000, ...plain, ...own };
}
