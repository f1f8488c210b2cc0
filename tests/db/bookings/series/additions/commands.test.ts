import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { closeRefusal, extendSeries, retryRefused } from "@/lib/bookings/series/additions/commands";
import { anonymous } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aSeries, datesOf, mailsTo, refusedOf } from "@/tests/support/series";

const second = addDays(tuesday, 7);
const wholeDay = (on: string) => ({
  day: day(on),
  startsAt: `${on}T06:30:00Z`,
  endsAt: `${on}T16:30:00Z`,
});

async function withConflict() {
  const space = await aSpace();
  const inTheWay = await aBooking({ space, ...wholeDay("2026-06-23") });
  const member = await aMember();
  const { id } = await aSeries(member, space, { skipped: [addDays(tuesday, 14)] });
  const free = () =>
    db.booking.update({
      where: { spaceId_id: { spaceId: space.id, id: inTheWay.id } },
      data: { state: "cancelled", endedAt: mondayMorning },
    });
  return { space, member, id, free };
}

test("a refused date is had in one click once it is free, and the member is told", async () => {
  const { member, id, free } = await withConflict();
  const early = await retryRefused(member, { seriesId: id }, mondayMorning);
  expect(early).toMatchObject({ ok: false, refusal: "nothing_free" });
  await free();
  const result = await retryRefused(member, { seriesId: id }, mondayMorning);
  expect(result).toMatchObject({ ok: true, value: { booked: 1, refused: 0 } });
  expect(await datesOf(id)).toContain("2026-06-23 confirmed");
  expect(await refusedOf(id)).toEqual([
    "2026-06-23 slot_taken closed",
    "2026-06-30 skipped closed",
  ]);
  expect(await mailsTo(member)).toEqual(["series-confirmed", "series-confirmed"]);
  const again = await retryRefused(member, { seriesId: id }, mondayMorning);
  expect(again).toMatchObject({ ok: false, refusal: "nothing_to_retry" });
});

test("a date given up or left out is tried alone, when asked for by name", async () => {
  const { member, id, free } = await withConflict();
  await free();
  await closeRefusal(member, { seriesId: id, day: second }, mondayMorning);
  const all = await retryRefused(member, { seriesId: id }, mondayMorning);
  expect(all).toMatchObject({ ok: false, refusal: "nothing_to_retry" });
  for (const on of [second, addDays(tuesday, 14)]) {
    const one = await retryRefused(member, { seriesId: id, day: on }, mondayMorning);
    expect(one).toMatchObject({ ok: true, value: { booked: 1 } });
  }
  expect(await datesOf(id)).toHaveLength(4);
});

test("a date had and cancelled since is never tried again", async () => {
  const { space, member, id, free } = await withConflict();
  await free();
  await retryRefused(member, { seriesId: id }, mondayMorning);
  const had = await db.booking.findFirstOrThrow({
    where: { spaceId: space.id, seriesId: id, startsAt: new Date("2026-06-23T06:30:00Z") },
  });
  await cancelBooking(member, { bookingId: had.id }, mondayMorning);
  for (const input of [{ seriesId: id }, { seriesId: id, day: second }]) {
    const result = await retryRefused(member, input, mondayMorning);
    expect(result).toMatchObject({ ok: false, refusal: "nothing_to_retry" });
  }
});

test("a refused date that has passed is not tried", async () => {
  const { member, id, free } = await withConflict();
  await free();
  const later = new Date("2026-06-24T06:00:00Z");
  const result = await retryRefused(member, { seriesId: id }, later);
  expect(result).toMatchObject({ ok: false, refusal: "nothing_to_retry" });
});

test("several retries at once have a date once", async () => {
  const { member, id, free } = await withConflict();
  await free();
  const results = await Promise.all(
    [1, 2, 3].map(() => retryRefused(member, { seriesId: id }, mondayMorning)),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await datesOf(id)).toHaveLength(3);
});

test("a series is extended to a later day, what is free of it booked", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aSeries(member, space);
  await aBooking({ space, ...wholeDay("2026-07-28") });
  const lastDay = day("2026-08-04");
  const result = await extendSeries(member, { seriesId: id, lastDay }, mondayMorning);
  // 14 July is a public holiday.
  expect(result).toMatchObject({ ok: true, value: { booked: 2, refused: 2 } });
  expect((await datesOf(id)).slice(4)).toEqual(["2026-07-21 confirmed", "2026-08-04 confirmed"]);
  expect(await refusedOf(id)).toEqual(["2026-07-14 space_closed", "2026-07-28 slot_taken"]);
});

test.each([
  ["not_later", day("2026-07-07")],
  ["series_too_long", day("2027-06-17")],
  ["nothing_free", day("2026-07-14")],
])("an extension is refused: %s, and the series stays as it was", async (refusal, lastDay) => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aSeries(member, space);
  const result = await extendSeries(member, { seriesId: id, lastDay }, mondayMorning);
  expect(result).toMatchObject({ ok: false, refusal });
  const series = await db.series.findFirstOrThrow({ where: { id } });
  expect(series.lastDay).toEqual(new Date("2026-07-07T00:00:00Z"));
});

test("an ended series is not extended", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aSeries(member, space);
  await db.series.update({
    where: { spaceId_id: { spaceId: space.id, id } },
    data: { endedFrom: new Date("2026-07-01T00:00:00Z") },
  });
  const lastDay = day("2026-07-21");
  const result = await extendSeries(member, { seriesId: id, lastDay }, mondayMorning);
  expect(result).toMatchObject({ ok: false, refusal: "series_over" });
});

test("a host retries for the member, who is told; it is in the journal", async () => {
  const { space, member, id, free } = await withConflict();
  await free();
  const host = await hostOf(space);
  const result = await retryRefused(host, { seriesId: id }, mondayMorning);
  expect(result).toMatchObject({ ok: true });
  expect(await mailsTo(member)).toHaveLength(2);
  const line = await db.journalEntry.findFirstOrThrow({ where: { subjectId: id } });
  expect(line).toMatchObject({ action: "series.booked", actorId: host.personId });
});

test("somebody else's series is not found", async () => {
  const space = await aSpace();
  const { id } = await aSeries(await aMember(), space);
  const stranger = await hostOf(await aSpace());
  const lastDay = day("2026-07-21");
  for (const attempt of [
    () => retryRefused(stranger, { seriesId: id }, mondayMorning),
    () => closeRefusal(stranger, { seriesId: id, day: second }, mondayMorning),
    () => extendSeries(stranger, { seriesId: id, lastDay }, mondayMorning),
    () => retryRefused(stranger, { seriesId: randomUUID() }, mondayMorning),
    () => closeRefusal(anonymous, { seriesId: id, day: second }, mondayMorning),
  ]) {
    await expect(attempt()).rejects.toThrow(NotFound);
  }
});
