import { expect, test } from "vitest";
import { cancelRange } from "@/lib/bookings/absences/commands";
import { bookResource } from "@/lib/bookings/commands";
import { retryRefused } from "@/lib/bookings/series/additions/commands";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { renderNotification } from "@/lib/notifications/rules";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aSeries, mailsTo, refusedOf } from "@/tests/support/series";

const twoWeeks = { from: tuesday, until: addDays(tuesday, 13) };

async function booked(member: PersonActor, slug: string, on: string) {
  const input = { slug, day: day(on), part: "day" as const };
  const result = await bookResource(member, input, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
}

async function standing(member: PersonActor): Promise<string[]> {
  const rows = await db.booking.findMany({
    where: { personId: member.personId, state: "confirmed" },
    orderBy: { startsAt: "asc" },
  });
  return rows.map((row) => row.day.toISOString().slice(0, 10));
}

async function awayInTwoSpaces() {
  const [here, there] = [await aSpace(), await aSpace()];
  const member = await aMember();
  await booked(member, here.slug, "2026-06-16");
  await booked(member, there.slug, "2026-06-24");
  await booked(member, here.slug, "2026-06-29");
  await booked(member, here.slug, "2026-06-30");
  return { here, there, member };
}

test("two weeks away: all one's bookings of these days, over all spaces, in one mail", async () => {
  const { member } = await awayInTwoSpaces();
  const result = await cancelRange(member, { ...twoWeeks, expected: 3 }, mondayMorning);
  expect(result).toEqual({ ok: true, value: { cancelled: 3, kept: 0, givenUp: 0 } });
  expect(await standing(member)).toEqual(["2026-06-30"]);
  expect((await mailsTo(member)).filter((kind) => kind === "absence-noted")).toHaveLength(1);
  expect(await mailsTo(member)).not.toContain("booking-cancelled");
  const mail = renderNotification(
    await db.notification.findFirstOrThrow({
      where: { personId: member.personId, kind: "absence-noted" },
    }),
  );
  expect(mail.subject).toBe("Absence notée\u00a0: 3 réservations annulées");
  expect(mail.attachments[0]?.content.match(/STATUS:CANCELLED/g)).toHaveLength(3);
});

test("one space alone when asked", async () => {
  const { member, there } = await awayInTwoSpaces();
  const result = await cancelRange(member, { ...twoWeeks, spaceSlug: there.slug }, mondayMorning);
  expect(result).toMatchObject({ ok: true, value: { cancelled: 1 } });
  expect(await standing(member)).toEqual(["2026-06-16", "2026-06-29", "2026-06-30"]);
});

test("a booking past its deadline stays, even for somebody who hosts that space, and is named", async () => {
  const { member, here } = await awayInTwoSpaces();
  const evening = new Date("2026-06-15T17:00:00Z");
  const hosting = { ...member, grants: [{ role: "host" as const, spaceId: here.id }] };
  const result = await cancelRange(hosting, twoWeeks, evening);
  expect(result).toEqual({ ok: true, value: { cancelled: 2, kept: 1, givenUp: 0 } });
  expect(await standing(member)).toEqual(["2026-06-16", "2026-06-30"]);
  const mail = renderNotification(
    await db.notification.findFirstOrThrow({
      where: { personId: member.personId, kind: "absence-noted" },
    }),
  );
  expect(mail.text).toContain("mardi 16 juin 2026");
});

test("nobody else's booking is touched", async () => {
  const space = await aSpace();
  const other = await aMember();
  await booked(other, space.slug, "2026-06-16");
  const result = await cancelRange(await hostOf(space), twoWeeks, mondayMorning);
  expect(result).toMatchObject({ ok: false, refusal: "nothing_to_cancel" });
  expect(await standing(other)).toEqual(["2026-06-16"]);
});

test("not as many as were shown: nothing is cancelled", async () => {
  const { member } = await awayInTwoSpaces();
  const result = await cancelRange(member, { ...twoWeeks, expected: 2 }, mondayMorning);
  expect(result).toMatchObject({ ok: false, refusal: "list_changed" });
  expect(await standing(member)).toHaveLength(4);
});

test.each([
  ["range_backwards", { from: tuesday, until: day("2026-06-15") }],
  ["range_too_long", { from: tuesday, until: day("2027-06-18") }],
  ["nothing_to_cancel", { from: day("2026-09-01"), until: day("2026-09-15") }],
])("an absence is refused: %s", async (refusal, range) => {
  const { member } = await awayInTwoSpaces();
  expect(await cancelRange(member, range, mondayMorning)).toMatchObject({ ok: false, refusal });
});

test("dates a series still waits for are given up over these days, and not had by a retry", async () => {
  const space = await aSpace();
  const blocks = await Promise.all(
    ["2026-06-23", "2026-06-30"].map((on) =>
      aBooking({ space, day: day(on), startsAt: `${on}T06:30:00Z`, endsAt: `${on}T16:30:00Z` }),
    ),
  );
  const member = await aMember();
  const { id } = await aSeries(member, space);
  await cancelRange(member, { ...twoWeeks, spaceSlug: space.slug }, mondayMorning);
  expect(await refusedOf(id)).toEqual(["2026-06-23 slot_taken closed", "2026-06-30 slot_taken"]);
  await db.booking.updateMany({
    where: { id: { in: blocks.map((block) => block.id) } },
    data: { state: "cancelled", endedAt: mondayMorning },
  });
  await retryRefused(member, { seriesId: id }, mondayMorning);
  expect(await standing(member)).toEqual(["2026-06-30", "2026-07-07"]);
});

test("said twice at once, the absence is noted once", async () => {
  const { member } = await awayInTwoSpaces();
  const results = await Promise.all([1, 2].map(() => cancelRange(member, twoWeeks, mondayMorning)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect((await mailsTo(member)).filter((kind) => kind === "absence-noted")).toHaveLength(1);
});

test("a visitor is away from nothing", async () => {
  await expect(cancelRange(anonymous, twoWeeks, mondayMorning)).rejects.toThrow(Unauthenticated);
});
