import { expect, test } from "vitest";
import { daysOfResource, frameOfDay } from "@/lib/bookings/availability/rules";
import { halfStateAt, monthDaysOf } from "@/lib/bookings/months/rules";
import { day } from "@/lib/core/day";
import { aPlainCalendar, plainResource, plainRule } from "@/tests/support/plain-values";

const tuesday = day("2026-06-16");
const at = new Date("2026-06-16T10:00:00Z");
const rules = [plainRule({ weekday: 2, startMinute: 510, endMinute: 1_110 })];
const calendar = aPlainCalendar({ rules });
const resources = [
  plainResource({ id: "a", sharesWith: [], kind: "desk" }),
  plainResource({ id: "b", sharesWith: [], kind: "office" }),
  plainResource({ id: "r", sharesWith: [], kind: "room" }),
];
const space = { calendar, resources, bookingHorizonDays: 10 };
const frames = ["2026-06-16", "2026-06-17", "2026-06-23", "2026-06-30"].map((on) =>
  frameOfDay(calendar, day(on)),
);

function monthOf(busy: string[]) {
  const spans = [[+new Date("2026-06-16T12:00:00Z"), +new Date("2026-06-16T16:00:00Z")] as const];
  return monthDaysOf({
    frames,
    resources: resources.map((resource) => ({
      resource,
      days: daysOfResource(space, resource, frames, busy.includes(resource.id) ? spans : [], at),
    })),
  });
}

test("seats are counted by half-day, rooms are not, a closed day has no count", () => {
  const [today, wednesday, next, far] = monthOf(["b", "r"]);
  expect(today?.day).toBe(tuesday);
  expect(today?.halves.afternoon).toMatchObject({ free: 1, taken: 1 });
  expect(wednesday?.halves).toEqual({ morning: null, afternoon: null });
  expect(next?.halves.morning).toMatchObject({ free: 2, taken: 0 });
  expect(far?.halves.morning).toMatchObject({ free: 0, taken: 0 });
});

test("an office that splits counts for as many as can be had of it together", () => {
  const split = [
    plainResource({ id: "w", kind: "office", sharesWith: ["l", "m"] }),
    plainResource({ id: "l", kind: "office", sharesWith: ["w"] }),
    plainResource({ id: "m", kind: "office", sharesWith: ["w"] }),
  ];
  const ofSplit = { ...space, resources: split };
  const [today] = monthDaysOf({
    frames,
    resources: split.map((resource) => ({
      resource,
      days: daysOfResource(ofSplit, resource, frames, [], at),
    })),
  });
  expect(today?.halves.afternoon).toMatchObject({ free: 2, taken: 0 });
});

test("each half-day is free, full, closed, over, or not to be booked yet", () => {
  const [today, wednesday, next, far] = monthOf(["a", "b"]);
  const late = new Date("2026-06-16T18:00:00Z");
  expect(halfStateAt(today?.halves.afternoon ?? null, at)).toBe("full");
  expect(halfStateAt(today?.halves.afternoon ?? null, late)).toBe("over");
  expect(halfStateAt(wednesday?.halves.morning ?? null, at)).toBe("closed");
  expect(halfStateAt(next?.halves.morning ?? null, at)).toBe("free");
  expect(halfStateAt(far?.halves.morning ?? null, at)).toBe("unavailable");
});
