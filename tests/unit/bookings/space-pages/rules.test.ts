import fc from "fast-check";
import { expect, test } from "vitest";
import { frameOfDay } from "@/lib/bookings/availability/rules";
import { decideSlot } from "@/lib/bookings/rules";
import { bookingParts } from "@/lib/bookings/schema";
import {
  monthOf,
  pageGoodUntil,
  publicPageAt,
  readMonthPage,
  readSpacePage,
  readWeekPage,
} from "@/lib/bookings/space-pages/rules";
import { addDays, day, eachDay } from "@/lib/core/day";
import { openNow } from "@/lib/spaces/opening-hours/rules";
import { aPlainCalendar, plainResource, plainRule } from "@/tests/support/plain-values";

const wednesday = day("2026-03-25");
const monday = day("2026-03-23");

test("a page is known by what it shows, however its address is written", () => {
  const plain = publicPageAt("/lieux/faitout-luzech", {}, wednesday);
  expect(plain).toEqual({
    slug: "faitout-luzech",
    address: "/lieux/faitout-luzech?semaine=2026-03-25&jour=2026-03-26&moment=day",
    range: { from: "2026-03-25", days: 7 },
    isStill: true,
  });
  const others = [
    { utm_source: ["mairie"] },
    { jour: ["2026-03-26", "2026-12-01"], moment: ["nuit"] },
    { semaine: ["2031-01-01"], autour: ["46182"] },
    { semaine: ["2026-03-24"] },
  ];
  for (const parameters of others) {
    expect(publicPageAt("/lieux/faitout-luzech", parameters, wednesday)).toEqual(plain);
  }
});

test("the days it rests on reach from the first shown to the last", () => {
  const ranged = (semaine: string, jour: string) =>
    publicPageAt("/lieux/a", { semaine, jour }, wednesday)?.range;
  expect(ranged("2026-04-01", "2026-03-30")).toEqual({ from: "2026-03-30", days: 9 });
  expect(ranged("2026-04-01", "2026-04-03")).toEqual({ from: "2026-04-01", days: 7 });
  expect(ranged("2026-04-01", "2026-04-20")).toEqual({ from: "2026-04-01", days: 20 });
});

test("what was typed wrong is repeated to whoever typed it: no page for anybody", () => {
  expect(publicPageAt("/lieux/a", { jour: "2026-02-30" }, wednesday)).toBeNull();
  expect(publicPageAt("/lieux/a", { jour: "2026-03-24" }, wednesday)).toBeNull();
});

test.each([
  "/",
  "/lieux",
  "/lieux/",
  "/lieux/a/b",
  "/lieux/A",
  "/lieux/a%00",
  "/hote/a",
  "/lieux/a/semaine/b",
  "/lieux/a/mois/2026-06",
])("%s is no page of a space", (path) => {
  expect(publicPageAt(path, {}, wednesday)).toBeNull();
});

test("the week begins on the Monday of the day asked for, this week for a day past, absurd or far", () => {
  expect(readWeekPage({ du: "2026-04-09" }, wednesday)).toBe("2026-04-06");
  for (const du of ["", "2026-03-22", "demain", "2028-01-01"]) {
    expect(readWeekPage({ du }, wednesday)).toBe(monday);
  }
  expect(publicPageAt("/lieux/a/semaine", { du: "2026-04-09" }, wednesday)).toEqual({
    slug: "a",
    address: "/lieux/a/semaine?du=2026-04-06",
    range: { from: "2026-04-06", days: 7 },
    isStill: false,
  });
});

test("the month is that asked for, this one for one past, absurd or far, and rests on all its days", () => {
  expect(readMonthPage({ mois: "2026-06" }, wednesday)).toBe("2026-06-01");
  for (const mois of ["", "2026-02", "2026-13", "juin", "2027-06", "2026-04-01"]) {
    expect(readMonthPage({ mois }, wednesday)).toBe("2026-03-01");
  }
  const page = (mois: string) => publicPageAt("/lieux/a/mois", { mois, utm: "x" }, wednesday);
  expect(page("")).toEqual({
    slug: "a",
    address: "/lieux/a/mois?mois=2026-03",
    range: { from: "2026-03-01", days: 31 },
    isStill: true,
  });
  expect(page("2027-02")?.range).toEqual({ from: "2027-02-01", days: 28 });
});

test("months follow one another across the year and whatever their length", () => {
  expect(monthOf(day("2026-12-31"), 1)).toBe("2027-01-01");
  expect(monthOf(day("2027-01-31"), 1)).toBe("2027-02-01");
  expect(monthOf(day("2028-03-01"), -1)).toBe("2028-02-01");
  expect(monthOf(day("2028-02-29"))).toBe("2028-02-01");
});

test("the strip begins today for a week past or beyond three months", () => {
  for (const semaine of ["2026-03-24", "2026-06-24", "hier"]) {
    expect(readSpacePage({ semaine }, wednesday).first).toBe(wednesday);
  }
  expect(readSpacePage({ semaine: "2026-06-23" }, wednesday).first).toBe("2026-06-23");
});

/** Around the spring change of the clocks, hours that follow each other, one closure of all and one of a desk. */
const worlds = fc.record({
  timeZone: fc.constantFrom("Europe/Paris", "Asia/Kathmandu", "Pacific/Auckland"),
  minute: fc.integer({ min: 0, max: 9 * 24 * 60 }),
  closed: fc.option(fc.integer({ min: 0, max: 9 * 24 })),
  deskClosed: fc.option(fc.integer({ min: 0, max: 9 * 24 })),
  notice: fc.constantFrom(0, 45),
});
type World = typeof worlds extends fc.Arbitrary<infer Value> ? Value : never;

const hoursAfter = (hours: number) => new Date(Date.parse("2026-03-23T00:00:00Z") + hours * 3.6e6);

function worldOf({ timeZone, closed, deskClosed, notice, minute }: World) {
  const closures = (hour: number | null) =>
    hour === null
      ? []
      : [{ startsAt: hoursAfter(hour), endsAt: hoursAfter(hour + 3), reason: "travaux" }];
  const rules = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    plainRule({ weekday, startMinute: 480, endMinute: 540, state: "self_service" }),
    plainRule({ weekday, startMinute: 540, endMinute: 750 }),
    plainRule({ weekday, startMinute: 810, endMinute: 1_080 }),
  ]);
  const desk = plainResource({ id: "d", noticeMinutes: notice, closures: closures(deskClosed) });
  const calendar = aPlainCalendar({ timeZone, rules, closures: closures(closed) });
  return {
    space: { resources: [desk], bookingHorizonDays: 5, calendar },
    at: hoursAfter(minute / 60),
  };
}

test("until then the page says the same: doors, what may be had, closures to come; five minutes at most", () => {
  const days = eachDay(monday, addDays(monday, 9));
  let turned = 0;
  fc.assert(
    fc.property(worlds, fc.double({ min: 0, max: 1, noNaN: true }), (world, share) => {
      const { space, at } = worldOf(world);
      const frames = days.map((on) => frameOfDay(space.calendar, on));
      const until = pageGoodUntil(space, frames, at);
      const said = (instant: Date) => ({
        doors: openNow(space.calendar, instant),
        slots: days.map((on) =>
          bookingParts.map((part) => decideSlot(space, { day: on, part }, instant)),
        ),
        closures: [
          ...space.calendar.closures,
          ...space.resources.flatMap((one) => one.closures),
        ].filter(({ endsAt }) => endsAt > instant),
      });
      expect(+until).toBeGreaterThan(+at);
      expect(+until).toBeLessThanOrEqual(+at + 300_000);
      expect(said(new Date(+at + Math.floor((+until - +at - 1) * share)))).toEqual(said(at));
      if (+until < +at + 300_000) turned += 1;
    }),
    { numRuns: 1_000 },
  );
  // Some of those pages were bounded by a turn, not by the five minutes: the property has met both.
  expect(turned).toBeGreaterThan(0);
});

test("a door that opens ends the page that said when", () => {
  const { space } = worldOf({
    ...{ timeZone: "Europe/Paris", minute: 0, closed: null, deskClosed: null, notice: 0 },
  });
  const justBefore = new Date("2026-03-25T06:58:00Z");
  expect(pageGoodUntil(space, [], justBefore)).toEqual(new Date("2026-03-25T07:00:00Z"));
});
