import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { retryRefused } from "@/lib/bookings/series/additions/commands";
import { bookSeries } from "@/lib/bookings/series/commands";
import { anonymous } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { renderNotification } from "@/lib/notifications/rules";
import { aMember, hostOf } from "@/tests/support/actors";
import { close, onDay } from "@/tests/support/closures";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aSeries, aSeriesWish, datesOf, mailsTo, refusedOf } from "@/tests/support/series";

const second = addDays(tuesday, 7);
const wholeDay = (on: string) => ({
  day: day(on),
  startsAt: `${on}T06:30:00Z`,
  endsAt: `${on}T16:30:00Z`,
});

test("a member books every Tuesday at once and is told in one mail, with one calendar file", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id, booked, refused } = await aSeries(member, space);
  expect([booked, refused]).toEqual([4, 0]);
  expect(await datesOf(id)).toEqual([
    "2026-06-16 confirmed",
    "2026-06-23 confirmed",
    "2026-06-30 confirmed",
    "2026-07-07 confirmed",
  ]);
  expect(await mailsTo(member)).toEqual(["series-confirmed"]);
  const mail = renderNotification(
    await db.notification.findFirstOrThrow({ where: { personId: member.personId } }),
  );
  expect(mail.subject).toBe(`4 dates réservées à ${space.name}`);
  expect(mail.text).toContain("mardi 23 juin 2026");
  expect(mail.attachments).toHaveLength(1);
  expect(mail.attachments[0]?.content.match(/BEGIN:VEVENT/g)).toHaveLength(4);
});

test("taken and closed dates are refused, kept with their reason, the free ones booked", async () => {
  const space = await aSpace();
  await aBooking({ space, ...wholeDay("2026-06-23") });
  await db.closure.create({
    data: {
      spaceId: space.id,
      startsAt: new Date("2026-06-30T00:00:00Z"),
      endsAt: new Date("2026-07-01T00:00:00Z"),
      reason: "Travaux",
    },
  });
  const member = await aMember();
  const { id, booked, refused } = await aSeries(member, space);
  expect([booked, refused]).toEqual([2, 2]);
  expect(await datesOf(id)).toEqual(["2026-06-16 confirmed", "2026-07-07 confirmed"]);
  expect(await refusedOf(id)).toEqual(["2026-06-23 slot_taken", "2026-06-30 space_closed"]);
  const mail = renderNotification(
    await db.notification.findFirstOrThrow({ where: { personId: member.personId } }),
  );
  expect(mail.text).toContain("n’ont pas pu être réservées");
});

test("a date left out by choice is kept as such, and one's own desk already had is not refused", async () => {
  const space = await aSpace();
  const member = await aMember();
  await aBooking({ space, ...wholeDay("2026-06-16"), personId: member.personId });
  const { id, booked, refused } = await aSeries(member, space, { skipped: [second] });
  expect([booked, refused]).toEqual([2, 0]);
  expect(await refusedOf(id)).toEqual(["2026-06-23 skipped closed"]);
});

test("one's own seat elsewhere, the horizon and a quota refuse their dates alone", async () => {
  const [space, elsewhere] = [await aSpace(), await aSpace()];
  const member = await aMember();
  await aBooking({ space: elsewhere, ...wholeDay("2026-06-23"), personId: member.personId });
  const { id } = await aSeries(member, space, { lastDay: addDays(tuesday, 63) });
  // 14 July is a public holiday; the horizon is sixty days.
  expect(await refusedOf(id)).toEqual([
    "2026-06-23 already_booked",
    "2026-07-14 space_closed",
    "2026-08-18 beyond_horizon",
  ]);
  const room = await aRoom(space, { quotaCount: 1, quotaPeriod: "month" });
  const rooms = await aSeries(member, space, { resourceId: room.id });
  expect(await datesOf(rooms.id)).toEqual(["2026-06-16 confirmed", "2026-07-07 confirmed"]);
  expect(await refusedOf(rooms.id)).toEqual([
    "2026-06-23 quota_reached",
    "2026-06-30 quota_reached",
  ]);
});

test("where the host must agree every date is asked for, none is sure", async () => {
  const space = await aSpace();
  const room = await aRoom(space, { needsApproval: true });
  const member = await aMember();
  const moment = { part: "hours", startMinute: 540, endMinute: 600 } as const;
  const { id } = await aSeries(member, space, { resourceId: room.id, moment });
  expect(await datesOf(id)).toHaveLength(4);
  expect((await datesOf(id)).every((line) => line.endsWith("requested"))).toBe(true);
  const mail = renderNotification(
    await db.notification.findFirstOrThrow({ where: { personId: member.personId } }),
  );
  expect(mail.subject).toBe(`4 dates demandées à ${space.name}`);
  expect(mail.attachments).toEqual([]);
});

test("a series over the clock change keeps its wall time", async () => {
  const space = await aSpace({ bookingHorizonDays: 300 });
  const room = await aRoom(space);
  const moment = { part: "hours", startMinute: 540, endMinute: 600 } as const;
  const { id } = await aSeries(await aMember(), space, {
    resourceId: room.id,
    moment,
    firstDay: day("2026-10-20"),
    lastDay: day("2026-11-03"),
  });
  const rows = await db.booking.findMany({ where: { seriesId: id }, orderBy: { startsAt: "asc" } });
  expect(rows.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    "2026-10-20T07:00:00.000Z",
    "2026-10-27T08:00:00.000Z",
    "2026-11-03T08:00:00.000Z",
  ]);
});

test("a series without a single free date is refused, with something else, and writes nothing", async () => {
  const space = await aSpace();
  const member = await aMember();
  const sunday = { firstDay: day("2026-06-21"), lastDay: day("2026-07-12") };
  const result = await bookSeries(member, aSeriesWish(space, sunday), mondayMorning);
  expect(result).toMatchObject({ ok: false, refusal: "nothing_free" });
  expect(result.ok ? null : result.data).toHaveProperty("alternatives.0.slug", space.slug);
  expect(await db.series.count({ where: { spaceId: space.id } })).toBe(0);
  expect(await mailsTo(member)).toEqual([]);
});

test.each([
  ["series_backwards", { lastDay: day("2026-06-15") }],
  ["series_in_past", { firstDay: day("2026-06-14") }],
  ["series_of_one", { lastDay: tuesday }],
  ["series_too_long", { frequency: "monthly" as const, lastDay: day("2027-07-20") }],
  ["too_many_occurrences", { lastDay: day("2027-12-20") }],
  ["not_bookable", { resourceId: randomUUID() }],
])("a wrong pattern is refused: %s", async (refusal, over) => {
  const space = await aSpace();
  const result = await bookSeries(await aMember(), aSeriesWish(space, over), mondayMorning);
  expect(result).toMatchObject({ ok: false, refusal });
  expect(await db.series.count({ where: { spaceId: space.id } })).toBe(0);
});

test("a visitor books no series; an unknown space is not found", async () => {
  const space = await aSpace();
  const wish = aSeriesWish(space);
  await expect(bookSeries(anonymous, wish, mondayMorning)).rejects.toThrow(Unauthenticated);
  const nowhere = { ...wish, slug: "nulle-part" };
  await expect(bookSeries(await aMember(), nowhere, mondayMorning)).rejects.toThrow(NotFound);
});

test("the same form sent twice at once is one series and one mail", async () => {
  const space = await aSpace();
  const member = await aMember();
  const wish = aSeriesWish(space, { idempotencyKey: randomUUID() });
  const results = await Promise.all([1, 2, 3].map(() => bookSeries(member, wish, mondayMorning)));
  expect(new Set(results.map((result) => result.ok && result.value.id)).size).toBe(1);
  expect(results.every((result) => result.ok && result.value.booked === 4)).toBe(true);
  expect(await mailsTo(member)).toEqual(["series-confirmed"]);
});

test("a closure and a series at once: no date is had behind a shut door", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const when = onDay("day", addDays(tuesday, 14));
  const [series, closed] = await Promise.all([
    bookSeries(await aMember(), aSeriesWish(space), mondayMorning),
    close(host, { slug: space.slug }, when),
  ]);
  if (!series.ok) throw new Error(series.refusal);
  const had = (await datesOf(series.value.id)).includes("2026-06-30 confirmed");
  // Either the closure came first and the date is refused, or the host is told that the list changed.
  expect(had).toBe(!closed.ok);
});

test("a member at the desk by chance keeps it: the series takes the rest", async () => {
  const space = await aSpace({ desks: 1 });
  const other = await aMember();
  await bookResource(other, { slug: space.slug, day: second, part: "morning" }, mondayMorning);
  const { id } = await aSeries(await aMember(), space);
  expect(await refusedOf(id)).toEqual(["2026-06-23 slot_taken"]);
});

test("those who come along on a series come on each of its dates, those had later too, and must fit", async () => {
  const space = await aSpace();
  const room = await aRoom(space, { capacity: 2, modes: ["day"] });
  const member = await aMember();
  const blocker = await aMember();
  const taken = { slug: space.slug, resourceId: room.id, day: second, part: "day" as const };
  const block = await bookResource(blocker, taken, mondayMorning);
  if (!block.ok) throw new Error(block.refusal);
  const over = { resourceId: room.id, companions: ["Ana"] };
  const { id: seriesId } = await aSeries(member, space, over);
  await cancelBooking(blocker, { bookingId: block.value.id }, mondayMorning);
  await retryRefused(member, { seriesId }, mondayMorning);
  const dates = await db.booking.findMany({ where: { seriesId } });
  expect(dates.map(({ companions }) => companions)).toEqual(Array(4).fill(["Ana"]));
  const crowd = aSeriesWish(space, { ...over, companions: ["Ana", "Jo"] });
  expect(await bookSeries(member, crowd, mondayMorning)).toMatchObject({
    refusal: "too_many_people",
  });
});
