import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { retryRefused } from "@/lib/bookings/series/additions/commands";
import { editSeries } from "@/lib/bookings/series/edits/commands";
import { anonymous } from "@/lib/core/actor";
import { addDays, type Day, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { renderNotification } from "@/lib/notifications/rules";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aSeries, datesOf, mailsTo } from "@/tests/support/series";

const second = addDays(tuesday, 7);
const third = addDays(tuesday, 14);
const wholeDay = { part: "day" as const };
const morning = { part: "morning" as const };

async function fourTuesdays() {
  const space = await aSpace();
  const member = await aMember();
  const { id: seriesId } = await aSeries(member, space);
  const desk = (index: number) => space.desks[index]?.id ?? "";
  return { space, member, seriesId, desk };
}

async function placesOf(seriesId: string): Promise<string[]> {
  const rows = await db.booking.findMany({
    where: { seriesId },
    select: { part: true, sequence: true, resource: { select: { name: true } } },
    orderBy: { startsAt: "asc" },
  });
  return rows.map(({ part, sequence, resource }) => `${resource.name} ${part} ${sequence}`);
}

test("from a date on the series goes to another desk, the dates before stay", async () => {
  const { member, seriesId, desk } = await fourTuesdays();
  const edit = { seriesId, from: second, resourceId: desk(1), moment: wholeDay };
  const result = await editSeries(member, edit, mondayMorning);
  expect(result).toMatchObject({ ok: true, value: { moved: 3, stayed: [] } });
  expect(await placesOf(seriesId)).toEqual([
    "Bureau 1 day 0",
    "Bureau 2 day 1",
    "Bureau 2 day 1",
    "Bureau 2 day 1",
  ]);
  expect(await mailsTo(member)).toEqual(["series-confirmed", "series-changed"]);
  const [change] = await db.bookingChange.findMany({ where: { booking: { seriesId } } });
  expect(change).toMatchObject({ verb: "move", before: { resourceId: desk(0), part: "day" } });
});

test("what is held follows: the place left is free, the place come to is not", async () => {
  const { space, member, seriesId, desk } = await fourTuesdays();
  const room = await aRoom(space, { kind: "office", bufferAfterMinutes: 30 });
  const hours = { part: "hours", startMinute: 540, endMinute: 600 } as const;
  await editSeries(
    member,
    { seriesId, from: second, resourceId: room.id, moment: hours },
    mondayMorning,
  );
  const moved = await db.booking.findFirstOrThrow({
    where: { seriesId, startsAt: new Date("2026-06-23T07:00:00Z") },
  });
  expect(moved.heldUntil).toEqual(new Date("2026-06-23T08:30:00Z"));
  const other = await aMember();
  const wish = { slug: space.slug, day: second, ...wholeDay };
  expect(await bookResource(other, { ...wish, resourceId: desk(0) }, mondayMorning)).toMatchObject({
    ok: true,
  });
  const taken = {
    slug: space.slug,
    resourceId: room.id,
    startsAt: new Date("2026-06-23T08:00:00Z"),
    endsAt: new Date("2026-06-23T09:00:00Z"),
  };
  expect(await bookResource(await aMember(), taken, mondayMorning)).toMatchObject({
    ok: false,
    refusal: "slot_taken",
  });
});

test("a series of desks does not become one of rooms, whatever dates it still has", async () => {
  const { space, member, seriesId } = await fourTuesdays();
  const room = await aRoom(space, { modes: ["day"] });
  const edit = { seriesId, from: second, resourceId: room.id, moment: wholeDay };
  for (const actor of [member, await hostOf(space)]) {
    expect(await editSeries(actor, edit, mondayMorning)).toMatchObject({ refusal: "other_kind" });
  }
  expect(await placesOf(seriesId)).toEqual(Array(4).fill("Bureau 1 day 0"));
});

test("a date that cannot follow stays as it was and is reported, the others move", async () => {
  const { space, member, seriesId, desk } = await fourTuesdays();
  await aBooking({
    space,
    desk: 1,
    day: third,
    startsAt: "2026-06-30T06:30:00Z",
    endsAt: "2026-06-30T16:30:00Z",
  });
  const edit = { seriesId, from: tuesday, resourceId: desk(1), moment: wholeDay };
  const result = await editSeries(member, edit, mondayMorning);
  expect(result).toMatchObject({
    ok: true,
    value: { moved: 3, stayed: [{ day: third, reason: "slot_taken" }] },
  });
  expect((await placesOf(seriesId))[2]).toBe("Bureau 1 day 0");
  const mail = renderNotification(
    await db.notification.findFirstOrThrow({
      where: { personId: member.personId, kind: "series-changed" },
    }),
  );
  expect(mail.text).toMatch(/n’a pas pu changer[\s\S]*mardi 30 juin 2026/);
});

test("the past, what was cancelled and whoever is there already are never touched", async () => {
  const { member, seriesId, desk } = await fourTuesdays();
  const rows = await db.booking.findMany({ where: { seriesId }, orderBy: { startsAt: "asc" } });
  await cancelBooking(member, { bookingId: rows[2]?.id ?? "" }, mondayMorning);
  const later = new Date("2026-06-23T08:00:00Z");
  const edit = { seriesId, from: day("2026-01-01"), resourceId: desk(1), moment: morning };
  const result = await editSeries(member, edit, later);
  expect(result).toMatchObject({ ok: true, value: { moved: 1, stayed: [] } });
  expect(await placesOf(seriesId)).toEqual([
    "Bureau 1 day 0",
    "Bureau 1 day 0",
    "Bureau 1 day 1",
    "Bureau 2 morning 1",
  ]);
  expect((await datesOf(seriesId))[2]).toBe("2026-06-30 cancelled");
});

test("none of the dates can follow: nothing changes, each reason is given", async () => {
  const { member, seriesId, desk } = await fourTuesdays();
  const night = { part: "hours", startMinute: 0, endMinute: 60 } as const;
  const edit = { seriesId, from: tuesday, resourceId: desk(0), moment: night };
  const result = await editSeries(member, edit, mondayMorning);
  expect(result).toMatchObject({ ok: false, refusal: "nothing_moved" });
  expect(result.ok ? null : result.data).toHaveProperty("stayed.length", 4);
  expect(await db.series.findFirst({ where: { id: seriesId } })).toMatchObject({ part: "day" });
});

test("a member changes dates until their deadline, a host after it, in the journal", async () => {
  const { space, member, seriesId, desk } = await fourTuesdays();
  const evening = new Date("2026-06-29T17:00:00Z");
  const edit = { seriesId, from: third, resourceId: desk(1), moment: wholeDay };
  const result = await editSeries(member, edit, evening);
  expect(result).toMatchObject({
    ok: true,
    value: { moved: 1, stayed: [{ day: third, reason: "too_late_to_cancel" }] },
  });
  const host = await hostOf(space);
  expect(await editSeries(host, edit, evening)).toMatchObject({ ok: true, value: { moved: 1 } });
  const line = await db.journalEntry.findFirstOrThrow({ where: { subjectId: seriesId } });
  expect(line).toMatchObject({ action: "series.changed", actorId: host.personId });
  expect(await mailsTo(member)).toEqual(["series-confirmed", "series-changed", "series-changed"]);
});

test("a refused date is asked for by the terms in force that day", async () => {
  const space = await aSpace();
  const member = await aMember();
  const blocks = await Promise.all(
    [second, addDays(tuesday, 21)].map((on) =>
      aBooking({ space, day: on, startsAt: `${on}T06:30:00Z`, endsAt: `${on}T16:30:00Z` }),
    ),
  );
  const { id: seriesId } = await aSeries(member, space);
  const edit = { seriesId, from: third, resourceId: space.desks[1]?.id ?? "", moment: morning };
  await editSeries(member, edit, mondayMorning);
  await db.booking.updateMany({
    where: { id: { in: blocks.map(({ id }) => id) } },
    data: { state: "cancelled", endedAt: mondayMorning },
  });
  await retryRefused(member, { seriesId }, mondayMorning);
  expect(await placesOf(seriesId)).toEqual([
    "Bureau 1 day 0",
    "Bureau 1 day 0",
    "Bureau 2 morning 1",
    "Bureau 2 morning 0",
  ]);
});

test("the same terms again change nothing and tell nobody", async () => {
  const { member, seriesId, desk } = await fourTuesdays();
  const edit = { seriesId, from: tuesday, resourceId: desk(0), moment: wholeDay };
  const result = await editSeries(member, edit, mondayMorning);
  expect(result).toMatchObject({ ok: true, value: { moved: 0, stayed: [] } });
  expect(await mailsTo(member)).toEqual(["series-confirmed"]);
});

test("a place the grace has freed is had", async () => {
  const { space, member, seriesId, desk } = await fourTuesdays();
  const lapsed = await aBooking({
    space,
    desk: 1,
    day: second,
    startsAt: "2026-06-23T06:30:00Z",
    endsAt: "2026-06-23T16:30:00Z",
    state: "held",
  });
  await db.booking.update({
    where: { spaceId_id: { spaceId: space.id, id: lapsed.id } },
    data: { lapsesAt: new Date("2026-06-15T05:00:00Z") },
  });
  const edit = { seriesId, from: second, resourceId: desk(1), moment: wholeDay };
  expect(await editSeries(member, edit, mondayMorning)).toMatchObject({
    ok: true,
    value: { moved: 3 },
  });
});

test.each([
  ["series_over", day("2026-07-08"), null],
  ["not_bookable", second, randomUUID()],
])("a change is refused: %s", async (refusal, from, resourceId) => {
  const { member, seriesId, desk } = await fourTuesdays();
  const edit = { seriesId, from, resourceId: resourceId ?? desk(0), moment: wholeDay };
  expect(await editSeries(member, edit, mondayMorning)).toMatchObject({ ok: false, refusal });
});

test("two series crossing over, and newcomers in between: each has an answer, no two overlap", async () => {
  const space = await aSpace({ desks: 2 });
  const [first, other] = [await aMember(), await aMember()];
  const [a, b] = [space.desks[0]?.id ?? "", space.desks[1]?.id ?? ""];
  const mine = await aSeries(first, space, { resourceId: a, moment: morning });
  const theirs = await aSeries(other, space, { resourceId: b, moment: { part: "afternoon" } });
  const afternoonOn = async (on: Day, resourceId: string) =>
    bookResource(
      await aMember(),
      { slug: space.slug, day: on, part: "afternoon", resourceId },
      mondayMorning,
    );
  const results = await Promise.all([
    editSeries(
      first,
      { seriesId: mine.id, from: tuesday, resourceId: b, moment: morning },
      mondayMorning,
    ),
    editSeries(
      other,
      { seriesId: theirs.id, from: tuesday, resourceId: a, moment: { part: "afternoon" } },
      mondayMorning,
    ),
    ...[tuesday, second, third].map((on) => afternoonOn(on, a)),
  ]);
  expect(results).toHaveLength(5);
  expect(results.slice(0, 1).every((result) => result.ok)).toBe(true);
  const [overlaps] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM bookings x JOIN bookings y ON x.space_id = y.space_id AND x.id < y.id
      AND x.places && y.places AND x.during && y.during AND x.state = 'confirmed' AND y.state = 'confirmed'
    WHERE x.space_id = ${space.id}::uuid`;
  expect(Number(overlaps?.count)).toBe(0);
});

test("somebody else's series is not found", async () => {
  const { seriesId, desk } = await fourTuesdays();
  const edit = { seriesId, from: second, resourceId: desk(1), moment: wholeDay };
  for (const actor of [await aMember(), await hostOf(await aSpace()), anonymous]) {
    await expect(editSeries(actor, edit, mondayMorning)).rejects.toThrow(NotFound);
  }
});
