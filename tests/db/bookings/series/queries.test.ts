import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { editSeries } from "@/lib/bookings/series/edits/commands";
import { getSeries, listSeriesOfMember } from "@/lib/bookings/series/queries";
import { anonymous } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aSeries } from "@/tests/support/series";

const second = addDays(tuesday, 7);

async function withConflict() {
  const space = await aSpace();
  await aBooking({
    space,
    day: second,
    startsAt: "2026-06-23T06:30:00Z",
    endsAt: "2026-06-23T16:30:00Z",
  });
  const member = await aMember();
  const { id } = await aSeries(member, space, { skipped: [addDays(tuesday, 14)] });
  return { space, member, id };
}

test("a series is read with each of its dates, refused ones with what is free instead", async () => {
  const { space, member, id } = await withConflict();
  const series = await getSeries(member, id, mondayMorning);
  expect(series).toMatchObject({
    frequency: "weekly",
    firstDay: tuesday,
    lastDay: day("2026-07-07"),
    moment: { part: "day" },
    resourceName: "Bureau 1",
    endedFrom: null,
  });
  expect(series.space.slug).toBe(space.slug);
  expect(series.bookings.map((booking) => booking.day)).toEqual(["2026-06-16", "2026-07-07"]);
  expect(series.bookings.every(({ cancellableUntil }) => cancellableUntil !== null)).toBe(true);
  expect(series.refused).toMatchObject([
    { day: second, was: "slot_taken", refusal: "slot_taken", isOpen: true },
    { day: "2026-06-30", was: "skipped", refusal: null, isOpen: false, alternatives: [] },
  ]);
  expect(series.refused[0]?.alternatives[0]).toMatchObject({ differs: "desk" });
});

test("a refused date that has passed is no longer shown", async () => {
  const { member, id } = await withConflict();
  const series = await getSeries(member, id, new Date("2026-06-24T06:00:00Z"));
  expect(series.refused.map((date) => date.day)).toEqual(["2026-06-30"]);
});

test("a refused date is judged by the terms in force that day", async () => {
  const { space, member, id } = await withConflict();
  const edit = {
    seriesId: id,
    resourceId: space.desks[1]?.id ?? "",
    moment: { part: "day" as const },
  };
  await editSeries(member, { ...edit, from: day("2026-07-01") }, mondayMorning);
  expect((await getSeries(member, id, mondayMorning)).refused[0]?.refusal).toBe("slot_taken");
  await editSeries(member, { ...edit, from: tuesday }, mondayMorning);
  expect((await getSeries(member, id, mondayMorning)).refused[0]?.refusal).toBeNull();
});

test("hours are read as wall minutes", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aSeries(member, space);
  const moment = { part: "morning" as const };
  const edit = { seriesId: id, from: tuesday, resourceId: space.desks[0]?.id ?? "", moment };
  await editSeries(member, edit, mondayMorning);
  const series = await getSeries(member, id, mondayMorning);
  expect(series.moment).toEqual(moment);
  expect(series.formerTerms).toMatchObject([{ until: tuesday, moment: { part: "day" } }]);
});

test("a host reads it without the member's deadlines; nobody else finds it", async () => {
  const { space, id } = await withConflict();
  const seen = await getSeries(await hostOf(space), id, mondayMorning);
  expect(seen.bookings.every(({ cancellableUntil }) => cancellableUntil === null)).toBe(true);
  for (const actor of [await aMember(), await hostOf(await aSpace()), anonymous]) {
    await expect(getSeries(actor, id, mondayMorning)).rejects.toThrow(NotFound);
  }
  await expect(getSeries(await aMember(), randomUUID(), mondayMorning)).rejects.toThrow(NotFound);
});

test("a member's series are listed with what is to come and what waits, over ones left out", async () => {
  const { member, id } = await withConflict();
  const space = await aSpace();
  await aSeries(await aMember(), space);
  expect(await listSeriesOfMember(member, mondayMorning)).toMatchObject([
    { id, resourceName: "Bureau 1", coming: 2, refused: 1 },
  ]);
  expect(await listSeriesOfMember(member, new Date("2026-07-20T06:00:00Z"))).toEqual([]);
});
