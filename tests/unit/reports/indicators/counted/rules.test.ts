import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  begunIn,
  byPlace,
  dayBegun,
  distinct,
  isInRange,
  keptBookings,
  notCollected,
  presencesIn,
  sharing,
  sumOf,
  weekHalves,
} from "@/lib/reports/indicators/counted/rules";
import { aReportSpace, aStay, countingOf, someRows } from "@/tests/support/report-rows";

const tuesday = countingOf("2026-06-16");

describe("bookings that were kept", () => {
  test("are those sure, given back late or left without anybody; the others count nowhere", () => {
    const states = [
      "requested",
      "held",
      "confirmed",
      "refused",
      "cancelled",
      "no_show",
      "released",
      "lapsed",
    ] as const;
    const bookings = states.map((state) => aStay({ on: "2026-06-16", state }));
    const kept = keptBookings(someRows({ bookings }), tuesday.at);
    expect(kept.map(({ state }) => state)).toEqual(["confirmed", "no_show", "released"]);
  });

  test("are presences where nobody notes arrivals, once they are over", () => {
    const spaces = [aReportSpace("luzech", { presence: "kept_booking" })];
    const bookings = [
      aStay({ on: "2026-06-16", checkedInAt: null }),
      aStay({ on: "2026-06-16", state: "no_show" }),
    ];
    const presentAt = (at: string) =>
      keptBookings(someRows({ spaces, bookings }), new Date(at)).map(
        ({ checkedInAt }) => checkedInAt !== null,
      );
    expect(presentAt("2026-06-16T16:30:00Z")).toEqual([true, false]);
    expect(presentAt("2026-06-16T16:29:00Z")).toEqual([false, false]);
  });
});

test("somebody twice in one half-day of a space is one presence; each guest is somebody else", () => {
  const { spaces } = someRows();
  const twice = [
    aStay({ on: "2026-06-16", part: "morning" }),
    aStay({ on: "2026-06-16", part: "morning", resourceId: "luzech-room" }),
    aStay({ on: "2026-06-16", part: "morning", personId: null }),
    aStay({ on: "2026-06-16", part: "morning", personId: null }),
    aStay({ on: "2026-06-16", part: "morning", personId: null, isEvent: true }),
    aStay({ on: "2026-06-16", part: "morning", personId: "bob", checkedInAt: null }),
  ];
  const presences = presencesIn(spaces, twice, tuesday.range);
  expect(presences.map(({ personId }) => personId)).toEqual(["ana", null, null]);
  expect(distinct(presences.map(({ who }) => who))).toBe(3);
});

test("a booking is counted once on the day it begins by the wall of its space", () => {
  const [space] = someRows().spaces;
  if (!space) throw new Error("no space");
  const night = aStay({
    on: "2026-06-16",
    startsAt: new Date("2026-06-15T22:30:00Z"),
    endsAt: new Date("2026-06-16T22:30:00Z"),
  });
  expect(dayBegun(space, night)).toBe("2026-06-16");
  expect(begunIn([space], [night], tuesday.range)).toHaveLength(1);
  expect(begunIn([space], [night], countingOf("2026-06-17").range)).toEqual([]);
});

test("what is counted of places is counted over all of them, then over each alone", () => {
  const counted = byPlace(someRows().spaces, (spaces) => spaces.length);
  expect(counted).toEqual({
    network: 2,
    bySpace: new Map([
      ["luzech", 1],
      ["prayssac", 1],
    ]),
  });
});

test("a share of nothing is none, and what is not collected says why", () => {
  expect(sharing(1, 4)).toEqual({ count: 1, of: 4, share: 0.25 });
  expect(sharing(0, 0)).toEqual({ count: 0, of: 0, share: null });
  expect(notCollected("no_trials")).toEqual({ kind: "not_collected", because: "no_trials" });
});

test("both ends of a range are in it", () => {
  const { range } = countingOf("2026-06-16", "2026-06-17");
  const days = ["2026-06-15", "2026-06-16", "2026-06-17", "2026-06-18"].map(day);
  expect(days.map((each) => isInRange(each, range))).toEqual([false, true, true, false]);
});

test("a week has fourteen half-days, Monday morning first", () => {
  expect(weekHalves).toHaveLength(14);
  expect(weekHalves[1]).toEqual({ weekday: 1, half: "afternoon" });
  expect(sumOf(weekHalves, ({ weekday }) => weekday)).toBe(56);
});
