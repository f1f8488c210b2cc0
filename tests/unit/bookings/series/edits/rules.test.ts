import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterMove,
  datesToEdit,
  decideEdit,
  type EditedDate,
  editedFrom,
} from "@/lib/bookings/series/edits/rules";
import type { Known } from "@/lib/bookings/series/rules";
import type { SeriesMoment } from "@/lib/bookings/series/schema";
import { type BookingState, bookingStates } from "@/lib/bookings/states/schema";
import { addDays, day, instantAt, wallMinuteOf } from "@/lib/core/day";
import { plainResource, plainRule } from "@/tests/support/plain-values";

const at = new Date("2026-06-15T06:00:00Z");
const zone = "Europe/Paris";

const aDate = (over: Partial<EditedDate> = {}): EditedDate => ({
  id: "one",
  day: day("2026-06-16"),
  part: "morning",
  resourceId: "a",
  startsAt: new Date("2026-06-16T06:30:00Z"),
  endsAt: new Date("2026-06-16T10:30:00Z"),
  state: "confirmed",
  lapsesAt: null,
  checkedInAt: null,
  companions: [],
  cancellableUntil: new Date("2026-06-15T16:00:00Z"),
  ...over,
});

const resource = (id: string, over: object = {}) => ({
  ...plainResource({ id, modes: ["hour", "half_day", "day"] }),
  quotaCount: null,
  quotaPeriod: "week" as const,
  needsApproval: false,
  capacity: 2,
  sharesWith: [],
  ...over,
});
type Resource = ReturnType<typeof resource>;

const spaceOf = (...resources: Resource[]) => ({
  id: "space",
  calendar: {
    timeZone: zone,
    halfDayBoundary: 780,
    closesOnPublicHolidays: true,
    rules: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
      plainRule({ weekday, startMinute: 510, endMinute: 750 }),
      plainRule({ weekday, startMinute: 810, endMinute: 1110 }),
    ]),
    exceptions: [],
    closures: [],
    schoolHolidays: [],
  },
  resources,
  bookingHorizonDays: 60,
});

const nothing: Known = { taken: [], own: [] };
const afternoon: SeriesMoment = { part: "afternoon" };

function decide(
  over: {
    to?: Resource;
    moment?: SeriesMoment;
    booking?: Partial<EditedDate>;
    known?: Known;
    runsDay?: boolean;
    at?: Date;
  } = {},
) {
  const here = resource("a");
  const to = over.to ?? here;
  const others = to.id === "a" ? [to] : [here, to];
  return decideEdit(
    spaceOf(...others),
    { resource: to, moment: over.moment ?? afternoon },
    aDate(over.booking),
    over.known ?? nothing,
    { runsDay: over.runsDay ?? false, at: over.at ?? at },
  );
}

test("a date moves to the other moment, to the other resource, or is there already", () => {
  expect(decide()).toMatchObject({ move: { part: "afternoon" } });
  expect(decide({ to: resource("b"), moment: { part: "morning" } })).toMatchObject({
    move: { part: "morning" },
  });
  expect(decide({ moment: { part: "morning" } })).toEqual({ same: true });
});

test("its own place and its own hours do not keep it from growing", () => {
  const booking = aDate();
  const own = { ...booking, spaceId: "space", kind: "desk" as const, checkedOutAt: null };
  const known = { taken: [{ ...booking }], own: [own] };
  expect(decide({ known, moment: { part: "day" } })).toMatchObject({ move: { part: "day" } });
});

test("somebody else's booking, or another of one's own, keeps it where it is", () => {
  const [startsAt, endsAt] = [new Date("2026-06-16T12:00:00Z"), new Date("2026-06-16T13:00:00Z")];
  const taken = [{ resourceId: "a", startsAt, endsAt }];
  expect(decide({ known: { taken, own: [] } })).toEqual({ stay: "slot_taken" });
  const other = { ...aDate({ id: "two", resourceId: "c" }), startsAt, endsAt };
  const own = [{ ...other, spaceId: "space", kind: "desk" as const, checkedOutAt: null }];
  expect(decide({ known: { taken: [], own } })).toEqual({ stay: "already_booked" });
});

test("a member changes it until the deadline, whoever runs the day after it too", () => {
  const late = new Date("2026-06-15T16:00:00Z");
  expect(decide({ at: late })).toEqual({ stay: "too_late_to_cancel" });
  expect(decide({ at: late, runsDay: true })).toMatchObject({ move: {} });
});

test("what the host agreed to is not changed by the member alone; a request is", () => {
  const to = resource("b", { needsApproval: true });
  expect(decide({ to })).toEqual({ stay: "needs_approval" });
  expect(decide({ to, booking: { state: "requested" } })).toMatchObject({ move: {} });
  expect(decide({ to, runsDay: true })).toMatchObject({ move: {} });
});

test("a smaller place is not for all who come along", () => {
  const companions = ["Ana", "Lou"];
  expect(decide({ booking: { companions } })).toEqual({ stay: "too_many_people" });
  expect(decide({ booking: { companions: ["Ana"] } })).toMatchObject({ move: {} });
});

test("a quota binds the member, not whoever runs the day", () => {
  const to = resource("b", { kind: "room", quotaCount: 1 });
  const room = aDate({ id: "two", resourceId: "b", startsAt: new Date("2026-06-17T06:30:00Z") });
  const own = [{ ...room, spaceId: "space", kind: "room" as const, checkedOutAt: null }];
  const known = { taken: [], own };
  expect(decide({ to, known })).toEqual({ stay: "quota_reached" });
  expect(decide({ to, known, runsDay: true })).toMatchObject({ move: {} });
  const moved = afterMove(known, "two", { id: "a", kind: "desk" }, { ...room, part: "morning" });
  expect(decide({ to, known: moved })).toMatchObject({ move: {} });
});

test("a closed moment, and a resource out of the space's list, are said", () => {
  expect(decide({ moment: { part: "hours", startMinute: 0, endMinute: 60 } })).toEqual({
    stay: "space_closed",
  });
  expect(decide({ booking: { resourceId: "gone" } })).toMatchObject({ move: {} });
});

test.each([
  ["today at the earliest", "2026-06-01", null, "2026-06-15"],
  ["the day said", "2026-06-20", null, "2026-06-20"],
  ["nothing after the last day", "2026-07-01", null, null],
  ["nothing once it was ended", "2026-06-20", "2026-06-20", null],
])("a change speaks of %s", (_name, from, endedFrom, expected) => {
  const series = { lastDay: day("2026-06-30"), endedFrom: endedFrom ? day(endedFrom) : null };
  expect(editedFrom(series, day(from), day("2026-06-15"))).toBe(expected);
});

const anyDate = fc.record({
  offset: fc.integer({ min: -400, max: 400 }),
  state: fc.constantFrom(...bookingStates),
  lapses: fc.boolean(),
  arrived: fc.boolean(),
});

test("no change ever touches the past, revives what ended, or leaves the wall time asked for", () => {
  fc.assert(
    fc.property(
      fc.array(anyDate, { maxLength: 40 }),
      fc.integer({ min: -100, max: 300 }),
      fc.integer({ min: 17, max: 22 }),
      fc.integer({ min: 1, max: 3 }),
      (dates, shift, halfHour, length) => {
        const bookings = dates.map(({ offset, state, lapses, arrived }, index) => {
          const on = addDays(day("2026-06-15"), offset);
          const startsAt = instantAt(on, 510, zone);
          return aDate({
            id: String(index),
            day: on,
            startsAt,
            endsAt: instantAt(on, 750, zone),
            state: state satisfies BookingState,
            lapsesAt: lapses ? startsAt : null,
            checkedInAt: arrived ? startsAt : null,
            cancellableUntil: startsAt,
          });
        });
        const from = addDays(day("2026-06-15"), shift);
        const chosen = datesToEdit(bookings, from, at);
        for (const booking of chosen) {
          expect(booking.startsAt > at).toBe(true);
          expect(booking.day >= from).toBe(true);
          expect(["requested", "confirmed"]).toContain(booking.state);
          expect(booking.checkedInAt).toBeNull();
          const moment = {
            part: "hours" as const,
            startMinute: halfHour * 30,
            endMinute: (halfHour + length) * 30,
          };
          const space = { ...spaceOf(resource("a")), bookingHorizonDays: 400 };
          const [only] = space.resources;
          if (!only) throw new Error("no resource");
          const edit = decideEdit(space, { resource: only, moment }, booking, nothing, {
            runsDay: false,
            at,
          });
          if (!("move" in edit)) continue;
          expect(edit.move.day).toBe(booking.day);
          expect(wallMinuteOf(edit.move.startsAt, zone)).toBe(moment.startMinute);
          expect(wallMinuteOf(edit.move.endsAt, zone)).toBe(moment.endMinute);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("a request holds nothing: what stands at its own hours is somebody else's, and in its way", () => {
  const booking = aDate({ state: "requested" });
  const known = { taken: [{ ...booking }], own: [] };
  const edit = {
    known,
    booking: { state: "requested" as const },
    moment: { part: "day" as const },
  };
  expect(decide(edit)).toEqual({ stay: "slot_taken" });
});
