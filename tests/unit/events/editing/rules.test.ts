import { expect, test } from "vitest";
import { dateColumn, day, instantAt } from "@/lib/core/day";
import {
  changedOf,
  columnsOf,
  decideDates,
  firstFields,
  instantsOf,
  roomOf,
  slugOf,
} from "@/lib/events/editing/rules";
import type { EventFields } from "@/lib/events/editing/schema";
import { plainFields } from "@/tests/support/plain-events";

const timeZone = "Europe/Paris";
const monday = new Date("2026-06-15T06:00:00Z");

test("an address says the title as a link does, sixty letters at most, and is the only one", () => {
  const id = "0197-abcdef";
  expect(slugOf("Répondre à un marché public !", id)).toBe("repondre-a-un-marche-public-abcdef");
  expect(slugOf("« ? »", id)).toBe("evenement-abcdef");
  expect(slugOf("Œuvre d’été", id)).toBe("oeuvre-d-ete-abcdef");
  const long = slugOf("très ".repeat(40), id);
  expect(long.length).toBeLessThanOrEqual(67);
  expect(long).not.toContain("--");
  expect(slugOf("Встреча", id)).toBe("evenement-abcdef");
});

test("days and minutes are those of the wall, in winter and in summer", () => {
  const summer = instantsOf(plainFields(), timeZone);
  expect(summer.startsAt.toISOString()).toBe("2026-06-18T12:00:00.000Z");
  const winter = instantsOf(plainFields({ day: day("2026-12-03") }), timeZone);
  expect(winter.startsAt.toISOString()).toBe("2026-12-03T13:00:00.000Z");
});

test("registration closes when its last day ends, at the start at the latest", () => {
  const closing = (closesOn: string) =>
    instantsOf(plainFields({ closesOn: day(closesOn) }), timeZone).closesAt;
  expect(closing("2026-06-16")).toEqual(instantAt(day("2026-06-17"), 0, timeZone));
  expect(closing("2026-06-18")).toBeNull();
});

function decided(own: Partial<EventFields>, kept: Parameters<typeof decideDates>[2] = null) {
  const fields = plainFields(own);
  return decideDates(fields, instantsOf(fields, timeZone), kept, monday);
}

test("an event begins later than now, unless its start stays as it is", () => {
  const today = { day: day("2026-06-15"), startMinute: 480, endMinute: 600 };
  expect(decided(today)).toBe("in_the_past");
  const { startsAt } = instantsOf(plainFields(today), timeZone);
  expect(decided(today, { startsAt, minimumAt: null })).toBeNull();
  expect(decided({ ...today, startMinute: 481 })).toBeNull();
});

test("an event in more than two years has a wrong year, in a room or anywhere else", () => {
  const on = (text: string) => ({ day: day(text), startMinute: 480, endMinute: 600 });
  expect(decided(on("2062-06-15"))).toBe("beyond_horizon");
  expect(decided(on("2028-06-17"))).toBe("beyond_horizon");
  expect(decided(on("2028-06-14"))).toBeNull();
  const { startsAt } = instantsOf(plainFields(on("2062-06-15")), timeZone);
  expect(decided(on("2062-06-15"), { startsAt, minimumAt: null })).toBeNull();
});

test("dates come in their order", () => {
  const [before, on, after] = ["2026-06-17", "2026-06-18", "2026-06-19"].map(day);
  if (!before || !on || !after) throw new Error("three days");
  expect(decided({ endMinute: 840 })).toBe("dates_wrong");
  expect(decided({ opensOn: after })).toBe("dates_wrong");
  expect(decided({ opensOn: on, closesOn: on })).toBeNull();
  expect(decided({ closesOn: after })).toBe("dates_wrong");
  expect(decided({ minimum: { people: 2, day: on, minute: 840 } })).toBe("dates_wrong");
  expect(decided({ minimum: { people: 2, day: day("2026-06-14"), minute: 0 } })).toBe(
    "dates_wrong",
  );
  expect(decided({ minimum: { people: 8, day: before, minute: 720 } })).toBeNull();
  expect(decided({ minimum: { people: 9, day: before, minute: 720 } })).toBe("minimum_too_high");
});

test("what registered people should know is told from what was before", () => {
  const fields = plainFields();
  const columns = columnsOf(fields, instantsOf(fields, timeZone));
  const before = { ...columns, communeId: columns.communeId };
  expect(changedOf(before, { ...before })).toBeNull();
  const after = { ...before, title: "Autre", startsAt: new Date(0), prices: [] };
  expect(changedOf(before, after)).toEqual({
    title: fields.title,
    startsAt: columns.startsAt.toISOString(),
    endsAt: columns.endsAt.toISOString(),
  });
  expect(changedOf({ ...before, bring: undefined }, before)).toBeNull();
  expect(changedOf({ ...before, isFreePrice: true }, before)).toEqual({
    ...{ prices: before.prices, isFreePrice: true },
  });
});

test("the columns of a place are its own alone", () => {
  const columns = (own: Partial<EventFields>) => {
    const fields = plainFields(own);
    return columnsOf(fields, instantsOf(fields, timeZone));
  };
  expect(
    columns({ place: { kind: "elsewhere", address: "Halle", communeId: null } }),
  ).toMatchObject({
    ...{ placeKind: "elsewhere", address: "Halle", resourceId: null },
    day: dateColumn(plainFields().day),
  });
  expect(columns({ place: { kind: "room", resourceId: "r" } })).toMatchObject({
    ...{ placeKind: "room", resourceId: "r", address: null },
  });
});

test("an event elsewhere asks for no room", () => {
  const fields = plainFields();
  expect(roomOf(fields, instantsOf(fields, timeZone))).toBeNull();
  const inRoom = plainFields({ place: { kind: "room", resourceId: "r" } });
  expect(roomOf(inRoom, instantsOf(inRoom, timeZone))).toMatchObject({
    ...{ resourceId: "r", title: inRoom.title, day: inRoom.day },
  });
});

test("a new event is proposed in a fortnight, in a room where there is one", () => {
  const today = day("2026-06-15");
  expect(firstFields(today, [{ id: "r" }])).toMatchObject({
    ...{ day: "2026-06-29", place: { kind: "room", resourceId: "r" } },
  });
  expect(firstFields(today, []).place).toEqual({ kind: "space" });
});

test("an evening ends past midnight, as long by the wall in the night the clocks change", () => {
  const evening = { startMinute: 1_260, endMinute: 1_470 };
  const { startsAt, endsAt } = instantsOf(plainFields(evening), timeZone);
  expect([startsAt, endsAt].map((at) => at.toISOString())).toEqual([
    "2026-06-18T19:00:00.000Z",
    "2026-06-18T22:30:00.000Z",
  ]);
  const night = plainFields({ day: day("2026-10-24"), startMinute: 1_260, endMinute: 1_620 });
  expect(instantsOf(night, timeZone).endsAt.toISOString()).toBe("2026-10-25T02:00:00.000Z");
  expect(
    decideDates(plainFields(evening), instantsOf(plainFields(evening), timeZone), null, monday),
  ).toBeNull();
});
