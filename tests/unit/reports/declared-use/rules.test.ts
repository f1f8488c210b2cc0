import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  compared,
  comparedPlaces,
  comparedSlots,
  declaredKinds,
  pricedUse,
  ratioOf,
  realUse,
  shareUpTo,
  yearAfter,
} from "@/lib/reports/declared-use/rules";
import type { UsageBooking } from "@/lib/reports/rules";

describe("the months compared", () => {
  test("are the twelve whole months after the one in which it closed", () => {
    expect(yearAfter(day("2025-09-15"), day("2027-01-10"))).toEqual({
      first: "2025-10",
      last: "2026-09",
    });
  });

  test("as far as they are over; none in the month that follows", () => {
    expect(yearAfter(day("2026-09-15"), day("2026-12-31"))).toEqual({
      first: "2026-10",
      last: "2026-11",
    });
    expect(yearAfter(day("2026-09-15"), day("2026-10-31"))).toBeNull();
    expect(yearAfter(day("2026-09-15"), day("2026-08-01"))).toBeNull();
  });
});

const calendar = {
  timeZone: "Europe/Paris",
  halfDayBoundary: 780,
  closesOnPublicHolidays: false,
  rules: [],
  exceptions: [],
  closures: [],
  schoolHolidays: [],
};
const service = {
  inServiceFrom: day("2020-01-01"),
  inServiceUntil: null,
  closures: [],
  partIds: [],
};
const space = {
  id: "s",
  calendar,
  resources: [
    { id: "desk", kind: "desk" as const, ...service },
    { id: "office", kind: "office" as const, ...service },
    { id: "room", kind: "room" as const, ...service },
  ],
};
const june = { first: day("2026-06-01"), last: day("2026-06-30") };
const present = (on: string, personId: string | null, resourceId = "desk"): UsageBooking => ({
  id: `${on} ${personId}`,
  spaceId: "s",
  resourceId,
  personId,
  startsAt: new Date(`${on}T06:30:00Z`),
  endsAt: new Date(`${on}T15:30:00Z`),
  checkedInAt: new Date(`${on}T07:00:00Z`),
});

describe("real use", () => {
  test("a day present is its two half-days, half a person-day each, by weekday and kind", () => {
    // 16 and 23 June 2026 are Tuesdays.
    const bookings = [
      present("2026-06-16", "a"),
      present("2026-06-23", "a"),
      present("2026-06-16", "b", "office"),
    ];
    const { bySlot, byKind } = realUse([space], bookings, june, 1);
    expect(bySlot.get("mar:matin")).toEqual({ days: 1.5, persons: 2 });
    expect(bySlot.get("mar:apres_midi")).toEqual({ days: 1.5, persons: 2 });
    expect(byKind.get("desk")).toEqual({ days: 2, persons: 1 });
    expect(byKind.get("office")).toEqual({ days: 1, persons: 1 });
  });

  test("a booking nobody came to is none, somebody no longer known counts in days only", () => {
    const absent = { ...present("2026-06-16", "a"), checkedInAt: null };
    expect(realUse([space], [absent], june, 1).bySlot.size).toBe(0);
    const unknown = realUse([space], [present("2026-06-16", null)], june, 2);
    expect(unknown.byKind.get("desk")).toEqual({ days: 0.5, persons: 0 });
  });

  test("every half-day of the comparison is one of a space", () => {
    expect(comparedSlots).toHaveLength(14);
    expect(comparedSlots).not.toContain("mar:soir");
  });
});

describe("declared beside real", () => {
  const uses = (entries: Record<string, [number, number]>) =>
    new Map(Object.entries(entries).map(([key, [days, persons]]) => [key, { days, persons }]));

  test("the ratio is real over declared", () => {
    expect(compared(["a"], new Map([["a", 40]]), uses({ a: [10, 8] }))).toEqual([
      { key: "a", declared: 40, real: 10, ratio: 0.25 },
    ]);
    expect([ratioOf(null, 4), ratioOf(4, null), ratioOf(4, 0)]).toEqual([null, null, null]);
  });

  test("use by one to four people is not told, nor of one more, for the whole is told elsewhere", () => {
    const real = uses({ a: [10, 20], b: [2, 3], c: [5, 9] });
    const lines = compared(["a", "b", "c"], new Map([["b", 10]]), real);
    expect(lines.map(({ real: told }) => told)).toEqual([10, null, null]);
    expect(lines[1]?.ratio).toBeNull();
  });

  test("use of people no longer known is as of too few", () => {
    expect(compared(["a"], new Map(), uses({ a: [10, 0] }))[0]?.real).toBeNull();
  });

  test("nobody there is nothing, and is told", () => {
    expect(compared(["a"], new Map([["a", 4]]), new Map())[0]).toMatchObject({ real: 0, ratio: 0 });
  });

  test("communes put together in the survey are compared together, others are lines of their own", () => {
    const lines = [{ communes: ["1", "2"], value: 20 }];
    const real = uses({ "1": [4, 9], "2": [6, 7], "3": [5, 8] });
    expect(comparedPlaces(lines, real)).toEqual([
      { key: "1 2", declared: 20, real: 10, ratio: 0.5 },
      { key: "3", declared: 0, real: 5, ratio: null },
    ]);
    expect(comparedPlaces([], real)[0]).toMatchObject({ key: "1", declared: null });
  });

  test("closed and dedicated offices are offices; kinds that may not be told are not known", () => {
    const cells = new Map([
      ["open", { value: 3 }],
      ["closed", { value: 2 }],
      ["dedicated", { value: 1 }],
    ]);
    expect(Object.fromEntries(declaredKinds([{ cells }]))).toEqual({ desk: 3, office: 3, any: 0 });
    expect(declaredKinds(null).get("desk")).toBeNull();
  });
});

describe("real use by price", () => {
  const line = (key: "desk" | "office" | "any" | "room", real: number | null) => ({
    ...{ key, real, declared: null, ratio: null },
  });
  const tariffs = { halfDayPrice: 8, officeHalfDayPrice: 12, roomHalfDayPrice: 16 };
  const uses = pricedUse(
    [line("desk", 10), line("office", 4), line("any", 0), line("room", 1)],
    tariffs,
  );

  test("half-days of each kind are counted at the tariff supposed of it", () => {
    expect(uses).toEqual([
      { kind: "desk", halfDays: 20, tariff: 8, amount: 160 },
      { kind: "office", halfDays: 8, tariff: 12, amount: 96 },
      { kind: "room", halfDays: 2, tariff: 16, amount: 32 },
    ]);
  });

  test("the share of use at a price or less goes up with the price, to the whole", () => {
    expect([5, 8, 12, 16].map((price) => shareUpTo(uses, price))).toEqual([0, 20 / 30, 28 / 30, 1]);
  });

  test("a kind that may not be told has no amount, and no share gives it back", () => {
    const hidden = pricedUse([line("desk", 10), line("office", null), line("room", 1)], tariffs);
    expect(hidden[1]).toEqual({ kind: "office", halfDays: null, tariff: 12, amount: null });
    expect(shareUpTo(hidden, 30)).toBeNull();
    expect(
      shareUpTo(pricedUse([line("desk", 0), line("office", 0), line("room", 0)], tariffs), 30),
    ).toBeNull();
  });
});
