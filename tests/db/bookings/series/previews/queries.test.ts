import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { previewSeries } from "@/lib/bookings/series/previews/queries";
import { anonymous } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { countQueries } from "@/tests/support/query-count";
import { aSeriesWish } from "@/tests/support/series";

const wholeDay = (on: string) => ({
  day: day(on),
  startsAt: `${on}T06:30:00Z`,
  endsAt: `${on}T16:30:00Z`,
});

test("every date is told: free, taken with what is free instead, closed, one's own, too far", async () => {
  const [space, elsewhere] = [await aSpace(), await aSpace()];
  const member = await aMember();
  await aBooking({ space, ...wholeDay("2026-06-23") });
  const own = await aBooking({
    space: elsewhere,
    ...wholeDay("2026-06-30"),
    personId: member.personId,
  });
  await db.closure.create({
    data: {
      spaceId: space.id,
      startsAt: new Date("2026-07-07T00:00:00Z"),
      endsAt: new Date("2026-07-08T00:00:00Z"),
      reason: "Travaux",
    },
  });
  const wish = aSeriesWish(space, { lastDay: addDays(tuesday, 63) });
  const preview = await previewSeries(member, wish, mondayMorning);
  if (!preview.ok) throw new Error(preview.refusal);
  const { dates, resource } = preview.value;
  expect(resource.name).toBe("Bureau 1");
  expect(dates.map((date) => `${date.day} ${date.refusal ?? "free"}`)).toEqual([
    "2026-06-16 free",
    "2026-06-23 slot_taken",
    "2026-06-30 already_booked",
    "2026-07-07 space_closed",
    "2026-07-14 space_closed",
    "2026-07-21 free",
    "2026-07-28 free",
    "2026-08-04 free",
    "2026-08-11 free",
    "2026-08-18 beyond_horizon",
  ]);
  expect(dates[1]?.alternatives[0]).toMatchObject({
    differs: "desk",
    day: "2026-06-23",
    resource: { name: "Bureau 2" },
  });
  expect(dates[2]?.data).toEqual({ bookingId: own.id });
  expect(dates[3]?.data).toEqual({ because: "closure", reason: "Travaux" });
  expect(dates[3]?.alternatives.length).toBeGreaterThan(0);
  expect(dates[4]?.data).toEqual({ because: "holiday", reason: null });
  expect(dates[9]?.alternatives).toEqual([]);
});

test("a preview writes nothing", async () => {
  const space = await aSpace();
  const member = await aMember();
  await previewSeries(member, aSeriesWish(space), mondayMorning);
  expect(await db.booking.count({ where: { spaceId: space.id } })).toBe(0);
  expect(await db.series.count({ where: { spaceId: space.id } })).toBe(0);
  expect(await db.notification.count({ where: { personId: member.personId } })).toBe(0);
});

test("a year of dates costs as many queries as two", async () => {
  const space = await aSpace({ bookingHorizonDays: 400 });
  const room = await aRoom(space);
  const member = await aMember();
  const preview = (lastDay: string) => () =>
    previewSeries(
      member,
      aSeriesWish(space, { resourceId: room.id, lastDay: day(lastDay) }),
      mondayMorning,
    );
  await preview("2026-06-23")();
  const [two, year] = [
    await countQueries(preview("2026-06-23")),
    await countQueries(preview("2027-06-15")),
  ];
  // The space's version, all spaces' versions, what is taken, one's own, and its kinds.
  expect(two).toBeGreaterThan(0);
  expect(two).toBeLessThanOrEqual(6);
  expect(year).toBe(two);
});

test("what a preview calls free and what is booked are the same", async () => {
  const space = await aSpace();
  await aBooking({ space, ...wholeDay("2026-06-23"), state: "held" });
  const lapsed = await aBooking({ space, ...wholeDay("2026-06-30") });
  await db.booking.update({
    where: { spaceId_id: { spaceId: space.id, id: lapsed.id } },
    data: { lapsesAt: new Date("2026-06-15T05:00:00Z") },
  });
  const preview = await previewSeries(await aMember(), aSeriesWish(space), mondayMorning);
  const refusals = preview.ok && preview.value.dates.map(({ refusal }) => refusal);
  expect(refusals).toEqual([null, "slot_taken", null, null]);
});

test("a wrong pattern is refused, a visitor signs in first, an unknown space is not found", async () => {
  const space = await aSpace();
  const member = await aMember();
  const wish = aSeriesWish(space);
  expect(await previewSeries(member, { ...wish, lastDay: tuesday }, mondayMorning)).toMatchObject({
    ok: false,
    refusal: "series_of_one",
  });
  const unknown = { ...wish, resourceId: randomUUID() };
  expect(await previewSeries(member, unknown, mondayMorning)).toMatchObject({
    ok: false,
    refusal: "not_bookable",
  });
  await expect(previewSeries(anonymous, wish, mondayMorning)).rejects.toThrow(Unauthenticated);
  const nowhere = { ...wish, slug: "nulle-part" };
  await expect(previewSeries(member, nowhere, mondayMorning)).rejects.toThrow(NotFound);
});
