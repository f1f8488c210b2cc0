import { expect, test } from "vitest";
import { occurrencesOf, wantedOn } from "@/lib/bookings/series/rules";
import { addDays, day, dayOf, wallMinuteOf } from "@/lib/core/day";

const morning = { part: "hours", startMinute: 510, endMinute: 570 } as const;

/** The six next clock changes in France from November 2026 on; three weeks around cover Canada's too. */
const clockChanges = [
  "2027-03-28",
  "2027-10-31",
  "2028-03-26",
  "2028-10-29",
  "2029-03-25",
  "2029-10-28",
];

test.each(
  ["Europe/Paris", "America/St_Johns", "Asia/Kathmandu", "UTC"].flatMap((zone) =>
    clockChanges.map((change) => [zone, change] as const),
  ),
)("half past eight stays half past eight in %s around %s", (zone, change) => {
  const firstDay = addDays(day(change), -21);
  const pattern = { frequency: "weekly", firstDay, lastDay: addDays(firstDay, 42) } as const;
  const occurrences = occurrencesOf({ ...pattern, moment: morning }, zone);
  expect(occurrences).toHaveLength(7);
  for (const { day: on, wanted } of occurrences) {
    if ("part" in wanted) throw new Error("hours were asked for");
    expect(dayOf(wanted.startsAt, zone)).toBe(on);
    expect([wallMinuteOf(wanted.startsAt, zone), wallMinuteOf(wanted.endsAt, zone)]).toEqual([
      510, 570,
    ]);
    expect(+wanted.endsAt - +wanted.startsAt).toBe(3_600_000);
  }
});

test("in France the instant moves by the hour the clock does", () => {
  const instants = occurrencesOf(
    {
      frequency: "weekly",
      firstDay: day("2027-03-21"),
      lastDay: day("2027-03-28"),
      moment: morning,
    },
    "Europe/Paris",
  ).map(({ wanted }) => ("part" in wanted ? "" : wanted.startsAt.toISOString()));
  expect(instants).toEqual(["2027-03-21T07:30:00.000Z", "2027-03-28T06:30:00.000Z"]);
});

test("the hour the spring change skips moves with it, the one lived twice is the first", () => {
  const night = { part: "hours", startMinute: 150, endMinute: 210 } as const;
  const at = (on: string) => wantedOn(day(on), night, "Europe/Paris");
  expect(at("2027-03-28")).toEqual({
    startsAt: new Date("2027-03-28T01:30:00Z"),
    endsAt: new Date("2027-03-28T01:30:00Z"),
  });
  expect(at("2027-10-31")).toEqual({
    startsAt: new Date("2027-10-31T00:30:00Z"),
    endsAt: new Date("2027-10-31T02:30:00Z"),
  });
});

test("a part of the day is that part, whatever the clock does", () => {
  const today = day("2026-06-15");
  expect(wantedOn(today, { part: "morning" }, "UTC")).toEqual({ day: today, part: "morning" });
});
