import { expect, test } from "vitest";
import {
  formerTermsFrom,
  judgeDates,
  type Known,
  type OwnBooking,
  type SeriesResource,
  termsOn,
} from "@/lib/bookings/series/rules";
import type { SeriesMoment } from "@/lib/bookings/series/schema";
import { type Day, day } from "@/lib/core/day";
import { plainResource, plainRule } from "@/tests/support/plain-values";

const desk = (own: { id: string } & Partial<SeriesResource>): SeriesResource => ({
  ...plainResource(own),
  quotaCount: null,
  quotaPeriod: "week",
  ...own,
});

function aSpace(resources: SeriesResource[]) {
  return {
    id: "space",
    calendar: {
      timeZone: "Europe/Paris",
      halfDayBoundary: 780,
      closesOnPublicHolidays: true,
      rules: [1, 2, 3, 4, 5].flatMap((weekday) => [
        plainRule({ weekday, startMinute: 510, endMinute: 750 }),
        plainRule({ weekday, startMinute: 810, endMinute: 1110 }),
      ]),
      exceptions: [],
      closures: [],
      schoolHolidays: [],
    },
    resources,
    bookingHorizonDays: 60,
  };
}

const at = new Date("2026-06-15T06:00:00Z");
const nothing: Known = { taken: [], own: [] };
const tuesdays = ["2026-06-16", "2026-06-23", "2026-06-30"].map(day);
const wishes = (
  resourceId: string,
  days: Day[] = tuesdays,
  moment: SeriesMoment = { part: "day" },
) => days.map((on) => ({ day: on, resourceId, moment }));
const refusals = (judged: { refusal: string | null }[]) => judged.map(({ refusal }) => refusal);

const ownBooking = (over: Partial<OwnBooking> = {}): OwnBooking => ({
  id: "mine",
  spaceId: "space",
  resourceId: "other",
  kind: "desk",
  startsAt: new Date("2026-06-23T06:30:00Z"),
  endsAt: new Date("2026-06-23T16:30:00Z"),
  state: "confirmed",
  lapsesAt: null,
  checkedOutAt: null,
  ...over,
});

test("each date is free, closed, beyond the horizon or taken, in order", () => {
  const space = aSpace([desk({ id: "a" })]);
  const days = [...tuesdays, day("2026-07-14"), day("2026-10-06")];
  const taken = [
    {
      resourceId: "a",
      startsAt: new Date("2026-06-23T06:30:00Z"),
      endsAt: new Date("2026-06-23T10:30:00Z"),
    },
  ];
  expect(refusals(judgeDates(space, wishes("a", days), { taken, own: [] }, at))).toEqual([
    null,
    "slot_taken",
    null,
    "space_closed",
    "beyond_horizon",
  ]);
});

test("one's own seat elsewhere is in the way, one's own of the same desk is had already", () => {
  const space = aSpace([desk({ id: "a" })]);
  const judge = (own: Partial<OwnBooking>) =>
    judgeDates(space, wishes("a"), { taken: [], own: [ownBooking(own)] }, at)[1];
  expect(judge({})).toMatchObject({
    refusal: "already_booked",
    data: { bookingId: "mine" },
    isHad: false,
  });
  expect(judge({ resourceId: "a" })).toMatchObject({ refusal: "already_booked", isHad: true });
  expect(judge({ resourceId: "a", state: "requested" })).toMatchObject({ isHad: true });
});

test.each([
  ["left already", { checkedOutAt: new Date("2026-06-23T08:00:00Z") }],
  ["a room, not a seat", { kind: "room" as const }],
  ["only asked for", { state: "requested" as const }],
  ["lapsed", { lapsesAt: new Date("2026-06-15T05:00:00Z") }],
  [
    "at another hour",
    { startsAt: new Date("2026-06-23T16:30:00Z"), endsAt: new Date("2026-06-23T17:30:00Z") },
  ],
])("another booking %s is not in the way", (_name, own) => {
  const space = aSpace([desk({ id: "a" })]);
  const judged = judgeDates(space, wishes("a"), { taken: [], own: [ownBooking(own)] }, at);
  expect(refusals(judged)).toEqual([null, null, null]);
});

test("a room keeps nobody from their desk, nor a desk from a room", () => {
  const space = aSpace([desk({ id: "a", kind: "room" })]);
  const judged = judgeDates(space, wishes("a"), { taken: [], own: [ownBooking()] }, at);
  expect(refusals(judged)).toEqual([null, null, null]);
});

test("a quota counts what one has and the dates of the series before", () => {
  const two = ["2026-06-16", "2026-06-18", "2026-06-19", "2026-06-23"].map(day);
  const judge = (own: OwnBooking[]) =>
    refusals(
      judgeDates(
        aSpace([desk({ id: "a", quotaCount: 2 })]),
        wishes("a", two, { part: "morning" }),
        { taken: [], own },
        at,
      ),
    );
  expect(judge([])).toEqual([null, null, "quota_reached", null]);
  const monday = {
    startsAt: new Date("2026-06-15T11:30:00Z"),
    endsAt: new Date("2026-06-15T16:30:00Z"),
  };
  expect(judge([ownBooking({ ...monday, state: "no_show" })])).toEqual([
    null,
    "quota_reached",
    "quota_reached",
    null,
  ]);
  expect(judge([ownBooking({ ...monday, spaceId: "elsewhere" })])[1]).toBeNull();
  expect(judge([ownBooking({ ...monday, kind: "room" })])[1]).toBeNull();
  expect(judge([ownBooking({ ...monday, state: "cancelled" })])[1]).toBeNull();
});

test("a resource that is gone cannot be booked; two resources keep the order of the days", () => {
  const space = aSpace([desk({ id: "a" })]);
  const mixed = tuesdays.map((on, index) => ({
    day: on,
    resourceId: index === 1 ? "gone" : "a",
    moment: { part: "day" as const },
  }));
  const judged = judgeDates(space, mixed, nothing, at);
  expect(judged.map((each) => [each.day, each.refusal])).toEqual([
    ["2026-06-16", null],
    ["2026-06-23", "not_bookable"],
    ["2026-06-30", null],
  ]);
});

test("terms in force on a day are those before each change", () => {
  const terms = (resourceId: string) => ({ resourceId, moment: { part: "day" as const } });
  const first = { ...terms("a"), formerTerms: [] };
  const second = { ...terms("b"), formerTerms: formerTermsFrom(first, day("2026-07-01")) };
  const third = { ...terms("c"), formerTerms: formerTermsFrom(second, day("2026-08-01")) };
  const on = (series: typeof third, date: string) => termsOn(series, day(date)).resourceId;
  expect(["2026-06-30", "2026-07-01", "2026-07-31", "2026-08-01"].map((d) => on(third, d))).toEqual(
    ["a", "b", "b", "c"],
  );
  // A change from an earlier day on replaces those that were meant for later.
  const again = { ...terms("d"), formerTerms: formerTermsFrom(third, day("2026-06-15")) };
  expect(["2026-06-14", "2026-06-15", "2026-09-01"].map((d) => on(again, d))).toEqual([
    "a",
    "d",
    "d",
  ]);
});
