import { expect, test } from "vitest";
import { figuresFrom, manyCame, pick } from "@/tests/support/report-figures";
import { aPlace, aReportSpace } from "@/tests/support/report-rows";

const desks = Array.from({ length: 8 }, (_, at) => aPlace(`luzech-${at + 1}`));
const spaces = [aReportSpace("luzech", { resources: desks }), aReportSpace("prayssac")];
// Seven desks of eight on a Tuesday, of which one stays empty, and nobody at Prayssac.
const bookings = manyCame(7, "2026-06-16").map((stay, at) => ({
  ...stay,
  resourceId: `luzech-${at + 1}`,
  checkedInAt: at === 6 ? null : stay.startsAt,
}));
const june = figuresFrom({ spaces, bookings }, "2026-06-01", "2026-06-30");

test("what is offered is told of every place, whoever came", () => {
  expect(pick(june, "offeredCapacity.deskSlots", "luzech").value).toBe(22 * 2 * 8);
  const empty = figuresFrom(
    { spaces, bookings: manyCame(2, "2026-06-16") },
    "2026-06-01",
    "2026-06-30",
  );
  expect(pick(empty, "offeredCapacity.deskSlots", "luzech").value).toBe(22 * 2 * 8);
  expect(pick(empty, "bookedOccupancy.slots").withheld).toBe("few_people");
});

test("booked, occupied and left empty are parts of what they are shares of", () => {
  const of = { ...{ unit: "slot", of: 22 * 2 * 8 } };
  expect(pick(june, "bookedOccupancy.slots", "luzech")).toMatchObject({ value: 14, ...of });
  expect(pick(june, "realOccupancy.slots", "luzech")).toMatchObject({ value: 12, ...of });
  expect(pick(june, "realOccupancy.emptySlots", "luzech")).toMatchObject({ value: 2, of: 14 });
});

test("half-days of the week and kinds of place are told to the nearest five", () => {
  const tuesday = { kind: "week_half", weekday: 2, half: "morning" } as const;
  expect(pick(june, "peak.slots", "luzech", tuesday)).toMatchObject({
    value: 5,
    of: 40,
    nearest: 5,
  });
  const ofDesks = { kind: "resource", resource: "desk" } as const;
  expect(pick(june, "realOccupancy.slots", "luzech", ofDesks)).toMatchObject({
    ...{ value: 10, of: 22 * 2 * 8, nearest: 5 },
  });
});

test("rooms tell their hours, and how many people of how many seats", () => {
  const room = manyCame(5, "2026-06-16", { part: "morning" }).map((stay) => ({
    ...stay,
    resourceId: "prayssac-room",
    spaceId: "prayssac",
  }));
  const figures = figuresFrom({ spaces, bookings: room }, "2026-06-01", "2026-06-30");
  expect(pick(figures, "roomUse.hours", "prayssac")).toMatchObject({
    ...{ value: 4, of: 22 * 9, nearest: null },
  });
  expect(pick(figures, "roomUse.meetings", "prayssac")).toMatchObject({ value: 5, of: null });
  expect(pick(figures, "roomUse.people", "prayssac")).toMatchObject({
    value: 5,
    of: 40,
    nearest: 5,
  });
});

test("months too small to round say over a year how far they may be from the truth, which lies within", () => {
  // Eight people, twice in each half-day of the week of each month.
  const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`);
  const twice = months.flatMap((month) =>
    Array.from({ length: 14 }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`)
      .filter((on) => ![0, 6].includes(new Date(on).getUTCDay()))
      .flatMap((on, at) => manyCame(1, on, { personId: `p${at % 8}`, part: "day" })),
  );
  const year = figuresFrom({ bookings: twice }, "2026-01-01", "2026-12-31", "2027-02-01T08:00:00Z");
  const cells = year.filter(
    ({ indicator, part, place }) =>
      indicator === "peak" && part?.kind === "week_half" && place === "luzech",
  );
  expect(cells).toHaveLength(10);
  for (const { value, nearest, without } of cells) {
    const monthsTold = 12 - without.length;
    expect(monthsTold).toBeGreaterThan(1);
    expect(nearest).toBe(5 * monthsTold);
    expect(Math.abs((value ?? 0) - 2 * monthsTold)).toBeLessThanOrEqual((nearest ?? 0) / 2);
  }
});
