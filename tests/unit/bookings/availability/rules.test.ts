import fc from "fast-check";
import { expect, test } from "vitest";
import {
  daysOfResource,
  frameOfDay,
  nextTurn,
  readBusyBytes,
  type Span,
} from "@/lib/bookings/availability/rules";
import { decideMoment } from "@/lib/bookings/moments/rules";
import { freeAmong } from "@/lib/bookings/rules";
import { type BookingPart, bookingParts } from "@/lib/bookings/schema";
import { addDays, type Day, day, eachDay } from "@/lib/core/day";
import { plainResource, plainRule } from "@/tests/support/plain-values";

const monday = day("2026-03-23");
const zones = ["Europe/Paris", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"];
const minute = 60_000;

/** Around the spring change of the clocks (29 March 2026), with one closure and terms of every sort. */
const worlds = fc.record({
  timeZone: fc.constantFrom(...zones),
  closed: fc.option(fc.integer({ min: 0, max: 13 * 24 })),
  resourceClosed: fc.option(fc.integer({ min: 0, max: 13 * 24 })),
  notice: fc.constantFrom(0, 30, 180, 2_880),
  horizon: fc.constantFrom(null, 0, 3, 60),
  before: fc.constantFrom(0, 15, 240),
  after: fc.constantFrom(0, 15, 240),
  modes: fc.constantFrom(
    ["half_day", "day"] as const,
    ["half_day"] as const,
    ["day", "hour"] as const,
    ["hour"] as const,
  ),
  inServiceUntil: fc.constantFrom(null, addDays(monday, 4)),
  hour: fc.integer({ min: -12, max: 10 * 24 }),
  busy: fc.array(fc.tuple(fc.integer({ min: 0, max: 14 * 48 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 12,
  }),
});

type World = typeof worlds extends fc.Arbitrary<infer Value> ? Value : never;

const hoursAfter = (hours: number) => new Date(Date.parse("2026-03-23T00:00:00Z") + hours * 3.6e6);

function worldOf(world: World) {
  const closure = (hour: number) => ({
    startsAt: hoursAfter(hour),
    endsAt: hoursAfter(hour + 5),
    reason: "travaux",
  });
  const resource = plainResource({
    id: "r",
    modes: world.modes,
    noticeMinutes: world.notice,
    horizonDays: world.horizon,
    bufferBeforeMinutes: world.before,
    bufferAfterMinutes: world.after,
    inServiceUntil: world.inServiceUntil,
    closures: world.resourceClosed === null ? [] : [closure(world.resourceClosed)],
  });
  const space = {
    resources: [resource],
    bookingHorizonDays: 8,
    calendar: {
      timeZone: world.timeZone,
      halfDayBoundary: 780,
      closesOnPublicHolidays: true,
      rules: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
        plainRule({ weekday, startMinute: 60, endMinute: 750 }),
        plainRule({ weekday, startMinute: 810, endMinute: 1_110 }),
      ]),
      exceptions: [],
      closures: world.closed === null ? [] : [closure(world.closed)],
      schoolHolidays: [],
    },
  };
  const busy = world.busy.map(([half, length]): Span => {
    const from = hoursAfter(half / 2).getTime();
    return [from, from + length * 30 * minute];
  });
  return { space, resource, busy, at: hoursAfter(world.hour) };
}

test("« free » is said of a part exactly when the rules of booking would let it be had", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { space, resource, busy, at } = worldOf(world);
      const days = eachDay(monday, addDays(monday, 9));
      const frames = days.map((on) => frameOfDay(space.calendar, on));
      const said = daysOfResource(space, resource, frames, busy, at);
      const held = busy.map(([from, until]) => ({
        resourceId: "r",
        startsAt: new Date(from),
        endsAt: new Date(until),
      }));
      const byRules = (on: Day, part: BookingPart) => {
        const decided = decideMoment(space, resource, { day: on, part }, at);
        if (!decided.ok) return "closed";
        return freeAmong([resource], held, decided).length > 0 ? "free" : "taken";
      };
      for (const part of bookingParts) {
        // A part it does not offer is not said at all.
        expect(said.map(({ parts }) => parts[part] ?? "closed")).toEqual(
          days.map((on) => byRules(on, part)),
        );
      }
    }),
    { numRuns: 300 },
  );
});

test("until the next turn nothing changes by itself, at it the reading is made anew", () => {
  fc.assert(
    fc.property(worlds, fc.double({ min: 0, max: 1, noNaN: true }), (world, share) => {
      const { space, resource, busy, at } = worldOf(world);
      const frames = eachDay(monday, addDays(monday, 9)).map((on) =>
        frameOfDay(space.calendar, on),
      );
      const turn = nextTurn(space, frames, at);
      expect(turn.getTime()).toBeGreaterThan(at.getTime());
      const between = new Date(at.getTime() + Math.floor((+turn - +at - 1) * share));
      const reading = (instant: Date) => daysOfResource(space, resource, frames, busy, instant);
      expect(reading(between)).toEqual(reading(at));
    }),
    { numRuns: 200 },
  );
});

test("a day without hours still has its bounds, 23 hours long when the clocks go forward", () => {
  const { space } = worldOf({
    ...{ timeZone: "Europe/Paris", closed: null, resourceClosed: null, notice: 0, horizon: null },
    ...{ before: 0, after: 0, modes: ["day", "hour"], inServiceUntil: null, hour: 0, busy: [] },
  });
  const { bounds } = frameOfDay(space.calendar, day("2026-03-29"));
  expect(bounds[1] - bounds[0]).toBe(23 * 3_600_000);
});

test("busy times are read back from their bytes, in order, whatever part of a buffer they are in", () => {
  const ids = ["01a20fa9-e5b3-74fb-a378-4ae2af8be6a3", "ffffffff-0000-4000-8000-000000000001"];
  const [first = "", second = ""] = ids;
  const at = (text: string) => Date.parse(text);
  const packed: [string, number, number][] = [
    [first, at("2026-06-16T11:30:00Z"), at("2026-06-16T16:30:00.250Z")],
    [second, at("1999-12-31T23:00:00Z"), at("2000-01-01T01:00:00Z")],
    [first, at("2026-06-16T06:30:00Z"), at("2026-06-16T10:30:00Z")],
  ];
  const bytes = new Uint8Array(3 + packed.length * 32);
  const view = new DataView(bytes.buffer);
  for (const [index, [id, from, until]] of packed.entries()) {
    const start = 3 + index * 32;
    bytes.set(Uint8Array.from(Buffer.from(id.replaceAll("-", ""), "hex")), start);
    for (const [offset, instant] of [
      [16, from],
      [24, until],
    ] as const) {
      view.setBigInt64(start + offset, BigInt(instant - at("2000-01-01T00:00:00Z")) * 1000n);
    }
  }
  expect(readBusyBytes(bytes.subarray(3))).toEqual(
    new Map([
      [first, [packed[2]?.slice(1), packed[0]?.slice(1)]],
      [second, [packed[1]?.slice(1)]],
    ]),
  );
  expect(readBusyBytes(new Uint8Array())).toEqual(new Map());
});
