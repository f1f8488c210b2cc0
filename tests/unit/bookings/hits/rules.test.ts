import { expect, test } from "vitest";
import { closureInput } from "@/lib/bookings/closures/schema";
import {
  choicesOf,
  decideOutcomes,
  hasRoomFor,
  minutesLost,
  proposedPlaces,
  withoutOwn,
} from "@/lib/bookings/hits/rules";
import { gatherAnswers, type Hit, placeInput } from "@/lib/bookings/hits/schema";
import { day } from "@/lib/core/day";
import { anAlternativeSpace } from "@/tests/support/alternative-spaces";
import { plainRule } from "@/tests/support/plain-values";

const id = (index: number) => `00000000-0000-4000-8000-00000000000${index}`;

function aHit(index: number, own: Partial<Hit> = {}): Hit {
  return {
    id: id(index),
    spaceId: "luzech",
    resourceId: id(9),
    resourceName: "Poste 1",
    kind: "desk",
    personId: "maelle",
    name: "Maëlle",
    companions: [],
    people: null,
    source: "member",
    state: "confirmed",
    sequence: 0,
    lapsesAt: null,
    waitingEntryId: null,
    day: day("2026-06-16"),
    part: "morning",
    startsAt: new Date("2026-06-16T06:30:00Z"),
    endsAt: new Date("2026-06-16T10:30:00Z"),
    ...own,
  };
}

const place = { resourceId: id(8), wanted: { day: day("2026-06-16"), part: "morning" as const } };

test("one answer for all, and another for whom it does not suit", () => {
  const hits = [aHit(1), aHit(2), aHit(3)];
  const answers = {
    all: "cancel" as const,
    choices: { [id(2)]: "keep" as const, [id(3)]: "all" as const },
    places: {},
  };
  const decided = decideOutcomes(hits, answers);
  expect(decided.ok && decided.value.map(({ choice }) => choice)).toEqual([
    "cancel",
    "keep",
    "cancel",
  ]);
});

test("« move all » moves who has a place and cancels who has none; moving one without a place is not possible", () => {
  const hits = [aHit(1), aHit(2)];
  const places = { [id(1)]: place };
  const all = decideOutcomes(hits, { all: "move", choices: {}, places });
  expect(all).toMatchObject({ value: [{ choice: "move", place }, { choice: "cancel" }] });
  const one = { all: "cancel" as const, choices: { [id(2)]: "move" as const }, places };
  expect(decideOutcomes(hits, one)).toEqual({ ok: false, refusal: "list_changed" });
});

test("an offer of the waiting list is not moved, whatever is sent", () => {
  const places = { [id(1)]: place };
  const held = [aHit(1, { state: "held" })];
  expect(decideOutcomes(held, { all: "move", choices: {}, places })).toMatchObject({
    value: [{ choice: "cancel" }],
  });
  expect(choicesOf({ state: "held" }, place)).toEqual(["cancel", "keep"]);
  expect(choicesOf({ state: "confirmed" }, null)).toEqual(["cancel", "keep"]);
  expect(choicesOf({ state: "confirmed" }, place)).toEqual(["move", "cancel", "keep"]);
});

test("its own place is no obstacle to a booking; a request has none", () => {
  const own = { id: id(9), sharesWith: [id(7)], bufferBeforeMinutes: 0, bufferAfterMinutes: 15 };
  const held = {
    startsAt: new Date("2026-06-16T06:30:00Z"),
    endsAt: new Date("2026-06-16T10:45:00Z"),
  };
  const taken = [
    { resourceId: id(9), ...held },
    { resourceId: id(7), ...held },
    { resourceId: id(8), ...held },
    { resourceId: id(9), startsAt: held.endsAt, endsAt: new Date("2026-06-16T16:00:00Z") },
  ];
  expect(withoutOwn(taken, own, aHit(1)).map(({ resourceId }) => resourceId)).toEqual([
    id(8),
    id(9),
  ]);
  expect(withoutOwn(taken, own, aHit(1, { state: "requested" }))).toEqual(taken);
});

test.each([
  [
    `${id(8)}~2026-06-16~morning`,
    { resourceId: id(8), wanted: { day: day("2026-06-16"), part: "morning" } },
  ],
  [
    `${id(8)}~2026-06-16T06:30:00.000Z~2026-06-16T07:30:00.000Z`,
    {
      resourceId: id(8),
      wanted: {
        startsAt: new Date("2026-06-16T06:30:00Z"),
        endsAt: new Date("2026-06-16T07:30:00Z"),
      },
    },
  ],
])("a place travels in a form as %s", (text, read) => {
  expect(placeInput.parse(text)).toEqual(read);
});

test.each([
  "",
  "x",
  `${id(8)}~2026-02-30~morning`,
  `${id(8)}~2026-06-16~night`,
  `${id(8)}~2026-06-16T07:30:00Z~2026-06-16T06:30:00Z`,
  `not-a-resource~2026-06-16~morning`,
  `${"-".repeat(36)}~2026-06-16~morning`,
])("« %s » is no place", (text) => {
  expect(placeInput.safeParse(text).success).toBe(false);
});

test("fields of a form are gathered by booking, and nothing else is let in", () => {
  const form = {
    slug: "luzech",
    first: "2026-06-16",
    part: "day",
    reason: "Travaux",
    list: "0".repeat(64),
    all: "cancel",
    [`choice.${id(1)}`]: "move",
    [`place.${id(1)}`]: `${id(8)}~2026-06-16~morning`,
  };
  expect(closureInput.parse(form)).toEqual({
    slug: "luzech",
    reason: "Travaux",
    list: "0".repeat(64),
    all: "cancel",
    choices: { [id(1)]: "move" },
    places: { [id(1)]: place },
    when: { first: day("2026-06-16"), last: day("2026-06-16"), part: "day" },
  });
  for (const odd of [{ surplus: "1" }, { "choice.x": "move" }, { [`choice.${id(1)}`]: "burn" }]) {
    expect(closureInput.safeParse({ ...form, ...odd }).success).toBe(false);
  }
  expect(gatherAnswers(null)).toBeNull();
});

const mondayMorning = new Date("2026-06-15T06:00:00Z");
const wholeDay = aHit(1, { part: "day", endsAt: new Date("2026-06-16T16:30:00Z") });
const closed = {
  startsAt: new Date("2026-06-15T22:00:00Z"),
  endsAt: new Date("2026-06-16T22:00:00Z"),
  reason: "Travaux",
};

/** That space open from that minute on, on weekdays, to half past six in the evening. */
function aNeighbour(
  slug: string,
  opens: number,
  latitude: number,
  closures: (typeof closed)[] = [],
) {
  const space = anAlternativeSpace(slug, { latitude, closures });
  const rules = [1, 2, 3, 4, 5].flatMap((weekday) => [
    plainRule({ weekday, startMinute: opens, endMinute: 750 }),
    plainRule({ weekday, startMinute: 810, endMinute: 1110 }),
  ]);
  const known = { sharesWith: [], needsApproval: false };
  return {
    ...space,
    id: slug,
    calendar: { ...space.calendar, rules },
    resources: space.resources.map((resource) => ({ ...resource, ...known })),
  };
}

const instead = (spaces: ReturnType<typeof aNeighbour>[]) =>
  proposedPlaces([wholeDay], spaces, [], mondayMorning).get(wholeDay.id);

test("instead comes a space whose hours cover what was booked, though a nearer one cuts them", () => {
  const home = aNeighbour("luzech", 510, 44.479, [closed]);
  const [near, far] = [aNeighbour("near", 570, 44.48), aNeighbour("far", 510, 44.6)];
  expect(instead([home, near, far])).toMatchObject({ slug: "far", day: "2026-06-16" });
  const cut = instead([home, near]);
  expect(cut).toMatchObject({ slug: "near", day: "2026-06-16" });
  expect(cut && minutesLost(wholeDay, cut)).toBe(60);
});

test("what a place instead gives less is counted in minutes, by its hours that day, by its length on another", () => {
  const on = (from: string, until: string, of = "2026-06-16") => ({
    day: day(of),
    startsAt: new Date(`${of}T${from}:00Z`),
    endsAt: new Date(`${of}T${until}:00Z`),
  });
  const booked = on("06:30", "10:30");
  expect(minutesLost(booked, booked)).toBe(0);
  expect(minutesLost(booked, on("06:00", "11:00"))).toBe(0);
  expect(minutesLost(booked, on("08:00", "12:00"))).toBe(90);
  expect(minutesLost(booked, on("11:30", "15:30"))).toBe(0);
  expect(minutesLost(booked, on("07:00", "10:30", "2026-06-17"))).toBe(30);
});

test("an event stays in its space, in a room whose ceiling holds its seats", () => {
  const meeting = (name: string, capacity: number, mostPeople: number | null = null) => ({
    ...{ id: name, kind: "room" as const, name, capacity, mostPeople },
    modes: ["hour" as const],
  });
  const home = anAlternativeSpace("luzech", {
    others: [meeting("own", 30), meeting("small", 12), meeting("hall", 12, 40)],
    bookings: [],
  });
  const elsewhere = anAlternativeSpace("prayssac", { others: [meeting("large", 60)] });
  const spaces = [home, elsewhere].map((space) => ({
    ...{ ...space, id: space.slug },
    resources: space.resources.map((resource) => ({
      ...resource,
      sharesWith: [],
      needsApproval: false,
    })),
  }));
  const without = spaces.map((space) => ({
    ...space,
    resources: space.resources.filter((resource) => resource.id !== "own"),
  }));
  const hours = {
    startsAt: new Date("2026-06-16T12:00:00Z"),
    endsAt: new Date("2026-06-16T14:00:00Z"),
  };
  const own = { resourceId: "own", kind: "room" as const, part: "hours" as const, personId: null };
  const hit = aHit(1, { ...own, ...hours, source: "event", people: 30 });
  const at = new Date("2026-06-15T06:00:00Z");
  expect(proposedPlaces([hit], without, [], at).get(hit.id)?.resource.id).toBe("hall");
  const larger = { ...hit, people: 50 };
  expect(proposedPlaces([larger], without, [], at).get(hit.id)).toBeUndefined();
  expect(hasRoomFor({ capacity: 3 }, { people: null, companions: ["Ana", "Bo"] })).toBe(true);
  expect(hasRoomFor({ capacity: 2 }, { people: null, companions: ["Ana", "Bo"] })).toBe(false);
});
