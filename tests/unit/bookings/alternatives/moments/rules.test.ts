import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fittedTo,
  isSameWish,
  momentsAround,
  onDay,
} from "@/lib/bookings/alternatives/moments/rules";
import { decideMoment, type Wanted } from "@/lib/bookings/moments/rules";
import { addDays, day } from "@/lib/core/day";
import type { BookingMode } from "@/lib/spaces/schema";
import { aPlainCalendar, plainResource, plainRule } from "@/tests/support/plain-values";

const tuesday = day("2026-06-16");
const mondayMorning = new Date("2026-06-15T06:00:00Z");
const calendar = aPlainCalendar({
  rules: [1, 2, 3, 4, 5].flatMap((weekday) => [
    plainRule({ weekday, startMinute: 510, endMinute: 750 }),
    plainRule({ weekday, startMinute: 810, endMinute: 1_110 }),
  ]),
});
const space = (resources: ReturnType<typeof plainResource>[]) => ({
  ...{ calendar, resources, bookingHorizonDays: 60 },
});
const hours = (from: string, until: string) => ({
  startsAt: new Date(`2026-06-16T${from}Z`),
  endsAt: new Date(`2026-06-16T${until}Z`),
});
const booth = plainResource({
  ...{ id: "b", modes: ["hour"], stepMinutes: 15, minMinutes: 30, maxMinutes: 100 },
});

test.each([
  ["a start off the steps", "08:07:30", "08:37:30", "08:00", "08:30"],
  ["too short", "08:00:00", "08:10:00", "08:00", "08:30"],
  ["too long: the most by whole steps", "08:00:00", "12:00:00", "08:00", "09:30"],
  ["a length off the steps", "08:15:00", "09:01:00", "08:15", "09:15"],
])("%s is brought to what may be booked", (_what, from, until, start, end) => {
  expect(fittedTo(hours(from, until), booth, space([booth]))).toEqual(
    hours(`${start}:00`, `${end}:00`),
  );
});

const moments = fc.oneof(
  fc.record({ part: fc.constantFrom("morning", "afternoon", "day"), day: fc.constant(tuesday) }),
  fc
    .tuple(fc.integer({ min: 390, max: 960 }), fc.integer({ min: 1, max: 600 }))
    .map(([start, length]) => ({
      startsAt: new Date(Date.parse("2026-06-16T00:00:00Z") + start * 60_000),
      endsAt: new Date(Date.parse("2026-06-16T00:00:00Z") + (start + length) * 60_000),
    })),
) satisfies fc.Arbitrary<Wanted>;

test("fitted, a wish is never again refused for its mode or its length, and stays when it was not", () => {
  const kinds = fc.constantFrom<BookingMode[]>(
    ["hour"],
    ["half_day"],
    ["day"],
    ["half_day", "day"],
    ["hour", "day"],
  );
  fc.assert(
    fc.property(moments, kinds, fc.constantFrom(15, 30, 60), (wanted, modes, stepMinutes) => {
      const resource = plainResource({
        ...{ id: "r", stepMinutes, minMinutes: stepMinutes, maxMinutes: 480 },
        modes,
      });
      const judge = (wish: Wanted) =>
        decideMoment(space([resource]), resource, wish, mondayMorning);
      const fitted = fittedTo(wanted, resource, space([resource]));
      const after = judge(fitted);
      expect(["mode_not_offered", "length_refused"]).not.toContain(after.ok ? "" : after.refusal);
      if (judge(wanted).ok && !("startsAt" in wanted && !modes.includes("hour"))) {
        expect(isSameWish(fitted, wanted)).toBe(true);
      }
    }),
  );
});

test("a part of a closed day has no hours to become", () => {
  const wanted = { day: addDays(tuesday, 5), part: "morning" as const };
  expect(fittedTo(wanted, booth, space([booth]))).toBe(wanted);
});

test("around hours, the nearest starts by steps, later before earlier, as long", () => {
  const around = momentsAround(hours("08:00:00", "09:00:00"), 30).slice(0, 3);
  expect(around).toEqual([
    hours("08:30:00", "09:30:00"),
    hours("07:30:00", "08:30:00"),
    hours("09:00:00", "10:00:00"),
  ]);
  expect(momentsAround({ day: tuesday, part: "day" }, 30)).toHaveLength(2);
});

test("the same wall hours on the day the clocks change", () => {
  const evening = {
    startsAt: new Date("2026-10-24T07:00:00Z"),
    endsAt: new Date("2026-10-24T08:00:00Z"),
  };
  expect(onDay(evening, day("2026-10-25"), "Europe/Paris")).toEqual({
    startsAt: new Date("2026-10-25T08:00:00Z"),
    endsAt: new Date("2026-10-25T09:00:00Z"),
  });
  expect(onDay({ day: tuesday, part: "day" }, day("2026-06-18"), "Europe/Paris")).toEqual({
    ...{ day: "2026-06-18", part: "day" },
  });
});
