import { expect, test } from "vitest";
import { datesReached } from "@/lib/bookings/series/reached-dates/rules";
import { day } from "@/lib/core/day";
import { aPlainCalendar, plainResource } from "@/tests/support/plain-values";

const days = ["2026-08-25", "2026-08-11", "2026-08-18", "2026-06-09"].map(day);
const space = {
  calendar: aPlainCalendar(),
  bookingHorizonDays: 60,
  resources: [plainResource({ id: "a" }), plainResource({ id: "b", horizonDays: 70 })],
};
const series = {
  resourceId: "a",
  moment: { part: "day" as const },
  formerTerms: [],
  endedFrom: null,
};

test("what lies within sixty days of today is reached, in the order of the days, nothing past", () => {
  expect(datesReached(space, series, days, day("2026-06-18"))).toEqual(["2026-08-11"]);
  expect(datesReached(space, series, days, day("2026-06-19"))).toEqual([
    "2026-08-11",
    "2026-08-18",
  ]);
});

test("a place with a horizon of its own is reached by that one; a place that is gone, by the space's", () => {
  const today = day("2026-06-16");
  expect(datesReached(space, series, days, today)).toEqual(["2026-08-11"]);
  expect(datesReached(space, { ...series, resourceId: "b" }, days, today)).toHaveLength(3);
  expect(datesReached(space, { ...series, resourceId: "gone" }, days, today)).toHaveLength(1);
});

test("from the end of the series on nothing is reached", () => {
  const ended = { ...series, endedFrom: day("2026-08-18") };
  expect(datesReached(space, ended, days, day("2026-07-01"))).toEqual(["2026-08-11"]);
});
