import { describe, expect, test } from "vitest";
import { lateAndNoShow, peak, refusedDemand } from "@/lib/reports/indicators/demand/rules";
import { aStay, aWish, countingOf, someRows } from "@/tests/support/report-rows";

const week = countingOf("2026-06-15", "2026-06-21");

describe("the peak", () => {
  const rows = someRows({
    bookings: [
      aStay({ on: "2026-06-16", part: "morning" }),
      aStay({ on: "2026-06-18" }),
      aStay({ on: "2026-06-18", part: "afternoon", spaceId: "prayssac", personId: "bob" }),
      aStay({ on: "2026-06-19", part: "morning", personId: "bob", checkedInAt: null }),
    ],
  });

  test("is the half-day with most desks occupied, over the network at one date", () => {
    const { network, bySpace } = peak(rows, week);
    expect(network.busiest).toEqual({ day: "2026-06-18", half: "afternoon", occupied: 2 });
    expect(bySpace.get("luzech")?.busiest).toEqual({
      day: "2026-06-16",
      half: "morning",
      occupied: 1,
    });
    expect(bySpace.get("prayssac")?.busiest?.occupied).toBe(1);
  });

  test("95 half-days in a hundred have no more than the percentile; one busy one in twenty is above", () => {
    expect(peak(rows, week).network.percentile95).toBe(2);
    const fortnight = countingOf("2026-06-08", "2026-06-21");
    expect(peak(rows, fortnight).network.percentile95).toBe(1);
  });

  test("the week shows occupied of offered by half-day, null where the week is shut", () => {
    const cells = peak(rows, week).network.week;
    expect(cells).toHaveLength(14);
    expect(cells[6]).toEqual({ weekday: 4, half: "morning", count: 1, of: 4, share: 0.25 });
    expect(cells[12]).toMatchObject({ weekday: 7, of: 0, share: null });
  });

  test("of days nothing was open there is none", () => {
    const { network } = peak(rows, countingOf("2026-06-20", "2026-06-21"));
    expect(network).toMatchObject({ busiest: null, percentile95: null });
  });
});

test("unmet demand counts desks wanted, by half-day, and the waiting list whatever it waits for", () => {
  const wishes = [
    aWish({ on: "2026-06-16", places: 2 }),
    aWish({ on: "2026-06-16", part: "afternoon", isServed: true }),
    aWish({ on: "2026-06-17", part: "morning", from: "series", kind: "office" }),
    aWish({ on: "2026-06-17", part: "morning", kind: "room" }),
    aWish({ on: "2026-06-22" }),
  ];
  const { network, bySpace } = refusedDemand(someRows({ wishes }), week);
  expect(network.places).toBe(4);
  expect(network.week.map(({ places }) => places)).toEqual([
    0, 0, 2, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]);
  expect(network.waiting).toEqual({ count: 1, of: 3, share: 1 / 3 });
  expect(bySpace.get("prayssac")?.waiting.share).toBeNull();
});

test("late is given back before anybody came; a no-show is given back by rule or left empty", () => {
  const bookings = [
    aStay({ on: "2026-06-16" }),
    aStay({ on: "2026-06-16", state: "released", checkedInAt: null }),
    aStay({ on: "2026-06-16", state: "released" }),
    aStay({ on: "2026-06-16", state: "no_show", checkedInAt: null }),
    aStay({ on: "2026-06-16", checkedInAt: null }),
    aStay({ on: "2026-06-16", checkedInAt: null, isEvent: true, personId: null }),
    aStay({ on: "2026-06-16", state: "cancelled", checkedInAt: null }),
  ];
  const rows = someRows({ bookings });
  expect(lateAndNoShow(rows, week).network).toEqual({
    late: { count: 1, of: 5, share: 0.2 },
    noShow: { count: 2, of: 5, share: 0.4 },
    leftEmpty: 1,
  });
  const meanwhile = countingOf("2026-06-15", "2026-06-21", "2026-06-16T12:00:00Z");
  expect(lateAndNoShow(rows, meanwhile).network.leftEmpty).toBe(0);
});
