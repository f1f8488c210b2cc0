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
import type { Untold } from "@/lib/reports/disclosure/schema";
import type { UsageBooking } from "@/lib/reports/rules";
import { type Month, monthInput } from "@/lib/reports/schema";

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
  const [june, july] = [monthInput.parse("2026-06"), monthInput.parse("2026-07")];
  const everything: Untold = { network: new Map(), bySpace: new Map() };
  const days = (count: number, on: string, own: Partial<UsageBooking> = {}) =>
    Array.from({ length: count }, (_, at) => ({ ...present(on, `p${at}`), ...own }));
  const told = (months: Month[], untold = everything) => ({ months, untold });
  const meansOf = (own: { days: Map<string, number> } | null) =>
    Object.fromEntries(own?.days ?? []);

  test("a day present is its two half-days, half a person-day each, by weekday and kind", () => {
    // 16 and 23 June 2026 are Tuesdays.
    const bookings = [
      ...days(6, "2026-06-16"),
      ...days(4, "2026-06-23"),
      ...days(5, "2026-06-16", { resourceId: "office" }),
    ];
    const { bySlot, byKind } = realUse([space], bookings, told([june]));
    expect(meansOf(bySlot)).toMatchObject({
      "mar:matin": 7.5,
      "mar:apres_midi": 7.5,
      "mer:matin": 0,
    });
    expect(byKind).toMatchObject({ leftOut: 0 });
    expect(meansOf(byKind)).toEqual({ desk: 10, office: 5, room: 0 });
  });

  test("each month of each place is to the nearest five half-days, so that no other table tells the rest", () => {
    const bookings = [...days(6, "2026-06-16"), ...days(1, "2026-07-14")];
    expect(meansOf(realUse([space], bookings, told([june])).bySlot)).toMatchObject({
      "mar:matin": 2.5,
    });
    const both = realUse([space], bookings, told([june, july]));
    expect(meansOf(both.bySlot)).toMatchObject({ "mar:matin": 1.25 });
    // Reports tell none of each of these four places: ten in all would be two, or three, of each.
    const places = ["a", "b", "c", "d"].map((id) => ({ ...space, id }));
    const few = places.flatMap(({ id }) => [
      ...days(2, "2026-06-16", { spaceId: id }),
      ...days(6, "2026-06-17", { spaceId: id }),
    ]);
    expect(meansOf(realUse(places, few, told([june])).bySlot)).toMatchObject({
      ...{ "mar:matin": 0, "mer:matin": 4 * 2.5 },
    });
  });

  test("a month that the network does not tell is in no mean, nor one that would tell a few", () => {
    const morning = (who: string, resourceId: string): UsageBooking => ({
      ...present("2026-06-16", who, resourceId),
      endsAt: new Date("2026-06-16T10:30:00Z"),
    });
    // Of six in all, two kinds « about five » can only be three each.
    const bookings = [
      ...[..."abc"].flatMap((who) => [morning(who, "desk"), morning(`${who}2`, "office")]),
      ...days(6, "2026-07-14"),
    ];
    const { byKind } = realUse([space], bookings, told([june, july]));
    expect(byKind?.leftOut).toBe(1);
    expect(meansOf(byKind)).toEqual({ desk: 5, office: 0, room: 0 });
    const network = new Map([[june, "few_people" as const]]);
    const one = realUse([space], bookings, told([june, july], { ...everything, network }));
    expect(one.bySlot?.leftOut).toBe(1);
    const none = realUse([space], bookings, told([june], { ...everything, network }));
    expect(none).toEqual({ bySlot: null, byKind: null });
  });

  test("a booking nobody came to is none", () => {
    const absent = { ...present("2026-06-16", "a"), checkedInAt: null };
    expect(meansOf(realUse([space], [absent], told([june])).bySlot)).toMatchObject({
      "mar:matin": 0,
    });
  });

  test("every half-day of the comparison is one of a space", () => {
    expect(comparedSlots).toHaveLength(14);
    expect(comparedSlots).not.toContain("mar:soir");
  });
});

describe("declared beside real", () => {
  const uses = (entries: Record<string, number | null>) => new Map(Object.entries(entries));

  test("the ratio is real over declared", () => {
    expect(compared(["a"], new Map([["a", 40]]), uses({ a: 10 }))).toEqual([
      { key: "a", declared: 40, real: 10, ratio: 0.25, leftOut: 0 },
    ]);
    expect([ratioOf(null, 4), ratioOf(4, null), ratioOf(4, 0)]).toEqual([null, null, null]);
  });

  test("what may not be told is not known, and has no ratio", () => {
    const none = { key: "a", declared: 40, real: null, ratio: null, leftOut: 0 };
    expect(compared(["a"], new Map([["a", 40]]), uses({ a: null }))).toEqual([none]);
    expect(compared(["a"], new Map([["a", 40]]), null)).toEqual([none]);
  });

  test("nobody there is nothing, and is told", () => {
    expect(compared(["a"], new Map([["a", 4]]), new Map())[0]).toMatchObject({ real: 0, ratio: 0 });
  });

  test("communes put together in the survey are compared together, others are lines of their own", () => {
    const lines = [{ communes: ["1", "2"], value: 20 }];
    const use = (days: number | null, leftOut = 0) => ({ days, leftOut });
    const real = new Map([
      ["1", use(4)],
      ["2", use(6, 2)],
      ["3", use(5)],
      ["4", use(null, 3)],
    ]);
    expect(comparedPlaces(lines, real)).toEqual([
      { key: "1 2", declared: 20, real: 10, ratio: 0.5, leftOut: 2 },
      { key: "3", declared: 0, real: 5, ratio: null, leftOut: 0 },
      { key: "4", declared: 0, real: null, ratio: null, leftOut: 3 },
    ]);
    expect(comparedPlaces([], real)[0]).toMatchObject({ key: "1", declared: null });
  });

  test("closed and dedicated offices are offices; kinds that may not be told are not known", () => {
    const cells = new Map([
      ["open", 3],
      ["closed", 2],
      ["dedicated", 1],
    ]);
    expect(Object.fromEntries(declaredKinds([{ cells }]))).toEqual({ desk: 3, office: 3, any: 0 });
    expect(declaredKinds(null).get("desk")).toBeNull();
  });
});

describe("real use by price", () => {
  const line = (key: "desk" | "office" | "any" | "room", real: number | null) => ({
    ...{ key, real, declared: null, ratio: null, leftOut: 0 },
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
