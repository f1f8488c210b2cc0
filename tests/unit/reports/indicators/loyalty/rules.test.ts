import { describe, expect, test } from "vitest";
import {
  activeMembers,
  newUsers,
  regularUsers,
  retention,
} from "@/lib/reports/indicators/loyalty/rules";
import { aStay, countingOf, someRows } from "@/tests/support/report-rows";

const staysOn = (days: string[], own: Parameters<typeof aStay>[0] | object = {}) =>
  days.map((on) => aStay({ on, ...own }));
const may = countingOf("2026-05-01", "2026-05-31");
const june = countingOf("2026-06-01", "2026-06-30");

describe("regular and occasional", () => {
  const bookings = [
    ...staysOn(["2026-06-01", "2026-06-02", "2026-06-03"]),
    aStay({ on: "2026-06-04", spaceId: "prayssac" }),
    ...staysOn(["2026-05-27", "2026-05-28", "2026-06-01", "2026-06-02"], { personId: "bob" }),
    ...staysOn(["2026-06-08", "2026-06-09", "2026-06-10", "2026-06-11"], {
      personId: "cleo",
      part: "morning",
    }),
  ];

  test("four days of one month make a regular, not four over two months nor four half-days", () => {
    const counting = countingOf("2026-05-01", "2026-06-30");
    expect(regularUsers(someRows({ bookings }), counting).network).toEqual({
      regular: 1,
      occasional: 2,
    });
  });

  test("in a space only its own days count", () => {
    expect(regularUsers(someRows({ bookings }), june).bySpace.get("luzech")).toEqual({
      regular: 0,
      occasional: 3,
    });
  });
});

test("an active member came in the last ninety days, the last included", () => {
  const activeWith = (on: string) =>
    activeMembers(someRows({ bookings: [aStay({ on })] }), june).network;
  // 2 April is the ninetieth day before the end of June, counting back from it.
  expect(["2026-04-01", "2026-04-02", "2026-06-30", "2026-07-01"].map(activeWith)).toEqual([
    0, 1, 1, 0,
  ]);
});

describe("new persons", () => {
  const bookings = [
    aStay({ on: "2026-05-29", spaceId: "prayssac" }),
    aStay({ on: "2026-06-02" }),
    aStay({ on: "2026-05-28", personId: "bob", checkedInAt: null }),
    aStay({ on: "2026-06-03", personId: "bob" }),
  ];

  test("are those first present in the period, wherever it was and whenever they booked", () => {
    const rows = someRows({ bookings });
    expect(newUsers(rows, may).network).toBe(1);
    expect(newUsers(rows, june).network).toBe(1);
    expect(newUsers(rows, june).bySpace.get("luzech")).toBe(1);
    expect(newUsers(rows, may).bySpace.get("luzech")).toBe(0);
  });
});

describe("back within three months", () => {
  const bookings = [
    ...staysOn(["2026-05-04", "2026-05-20", "2026-08-31"]),
    ...staysOn(["2026-05-05", "2026-09-01"], { personId: "bob" }),
    ...staysOn(["2026-06-02", "2026-07-02"], { personId: "cleo" }),
  ];
  const rows = someRows({ bookings });

  test("counts whoever came in the three calendar months after, not later nor in the month itself", () => {
    expect(retention(rows, may)).toEqual({
      cohorts: [{ month: "2026-05", newcomers: 2, returned: { count: 1, of: 2, share: 0.5 } }],
      returned: { count: 1, of: 2, share: 0.5 },
    });
  });

  test("is not told before the three months are over", () => {
    const on = (at: string) => retention(rows, countingOf("2026-05-01", "2026-06-30", at)).cohorts;
    expect(on("2026-08-31T21:59:00Z").map(({ returned }) => returned)).toEqual([null, null]);
    expect(on("2026-08-31T22:00:00Z").map(({ returned }) => returned?.of)).toEqual([2, undefined]);
  });

  test("is of whole months of the period only, and of nobody has no share", () => {
    expect(retention(rows, countingOf("2026-05-02", "2026-06-29")).cohorts).toEqual([]);
    expect(retention(rows, countingOf("2026-05-02", "2026-06-29")).returned.share).toBeNull();
  });
});
