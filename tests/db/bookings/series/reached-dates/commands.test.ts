import { expect, test } from "vitest";
import { cancelRange } from "@/lib/bookings/absences/commands";
import { previewAbsence } from "@/lib/bookings/absences/queries";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { closeRefusal, retryRefused } from "@/lib/bookings/series/additions/commands";
import { cancelSeries } from "@/lib/bookings/series/cancellations/commands";
import { bookReachedDates } from "@/lib/bookings/series/reached-dates/commands";
import { systemActor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { renderNotification } from "@/lib/notifications/rules";
import { aMember } from "@/tests/support/actors";
import { aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aSeries, datesOf, mailsTo, refusedOf } from "@/tests/support/series";

const worker = systemActor("test");
const later = (days: number) => new Date(mondayMorning.getTime() + days * 86_400_000);
/** The last three Tuesdays, 18 August to 1 September, lie beyond the sixty days of the first Monday. */
const lastDay = addDays(tuesday, 77);
const reached = (when: string[]) => when.filter((line) => line > "2026-08-15");

/** A series whose last three dates were refused for lying too far. */
async function aLongSeries({ desks = 1 } = {}) {
  const space = await aSpace({ desks });
  const member = await aMember();
  const { id } = await aSeries(member, space, { lastDay });
  return { space, member, id };
}

async function lastMailTo({ personId }: { personId: string }) {
  const where = { personId, kind: "series-reached" };
  const row = await db.notification.findFirstOrThrow({ where, orderBy: { id: "desc" } });
  const mail = renderNotification(row);
  return { ...mail, text: mail.text.replace(/[\u00a0\u202f]/g, " ") };
}

test("a date is booked once it comes within the horizon, not a day before, with one mail", async () => {
  const { member, id } = await aLongSeries();
  const beyond = ["2026-08-18", "2026-08-25", "2026-09-01"].map((on) => `${on} beyond_horizon`);
  expect(reached(await refusedOf(id))).toEqual(beyond);
  await bookReachedDates(worker, later(3));
  // The eighteenth of June and sixty days are the seventeenth of August.
  expect(reached(await datesOf(id))).toEqual([]);
  await bookReachedDates(worker, later(4));
  expect(reached(await datesOf(id))).toEqual(["2026-08-18 confirmed"]);
  expect(reached(await refusedOf(id))).toEqual([
    "2026-08-18 beyond_horizon closed",
    ...beyond.slice(1),
  ]);
  expect(await mailsTo(member)).toEqual(["series-confirmed", "series-reached"]);
  const mail = await lastMailTo(member);
  expect(mail.text).toContain("mardi 18 août 2026");
  expect(mail.attachments[0]?.content.match(/BEGIN:VEVENT/g)).toHaveLength(1);
});

test("several days missed are made up for at once, in one mail; twice, or by three workers, is once", async () => {
  const { member, id } = await aLongSeries();
  await Promise.all([1, 2, 3].map(() => bookReachedDates(worker, later(30))));
  await bookReachedDates(worker, later(31));
  expect(reached(await datesOf(id))).toEqual([
    "2026-08-18 confirmed",
    "2026-08-25 confirmed",
    "2026-09-01 confirmed",
  ]);
  expect(await mailsTo(member)).toEqual(["series-confirmed", "series-reached"]);
  const rows = await db.booking.findMany({ where: { seriesId: id, startsAt: { gt: later(60) } } });
  expect(rows.map(({ source, createdBy }) => [source, createdBy])).toEqual(
    rows.map(() => ["member", null]),
  );
});

test("of two series for one desk, the one made first has the date; the other is told what is free", async () => {
  const space = await aSpace({ desks: 2 });
  const [first, second] = [await aMember(), await aMember()];
  const two = { firstDay: addDays(tuesday, 56), lastDay: addDays(tuesday, 63) };
  const [one, other] = [await aSeries(first, space, two), await aLate(second, space, two)];
  await bookReachedDates(worker, later(5));
  expect(await datesOf(one.id)).toEqual(["2026-08-11 confirmed", "2026-08-18 confirmed"]);
  expect(await refusedOf(other)).toEqual(["2026-08-18 slot_taken"]);
  const mail = await lastMailTo(second);
  expect(mail.subject).toMatch(/^Une date de votre série à .* n’a pas pu être réservée$/);
  expect(mail.text).toContain("Le mardi 18 août 2026 n’a pas pu être réservé");
  expect(mail.text).toContain("mardi 18 août 2026, 8 h 30 – 18 h 30, Bureau 2");
  expect(mail.attachments).toEqual([]);
  // Tried once: a place freed since is for the member to ask for, by one button.
  const had = await db.booking.findFirstOrThrow({
    where: { seriesId: one.id, day: new Date("2026-08-18T00:00:00Z") },
  });
  await cancelBooking(first, { bookingId: had.id }, later(5));
  await bookReachedDates(worker, later(6));
  expect(await datesOf(other)).toEqual([]);
  expect(await mailsTo(second)).toEqual(["series-reached"]);
  expect(await retryRefused(second, { seriesId: other }, later(6))).toMatchObject({ ok: true });
});

/** A series made later, of the only date of which is left what the horizon refused. */
async function aLate(
  member: Awaited<ReturnType<typeof aMember>>,
  space: Awaited<ReturnType<typeof aSpace>>,
  { firstDay, lastDay: last }: { firstDay: typeof tuesday; lastDay: typeof tuesday },
) {
  const { id } = await db.series.create({
    data: {
      spaceId: space.id,
      personId: member.personId,
      resourceId: space.desks[0]?.id ?? "",
      frequency: "weekly",
      firstDay: new Date(`${firstDay}T00:00:00Z`),
      lastDay: new Date(`${last}T00:00:00Z`),
      part: "day",
      createdAt: later(0.5),
      refused: { create: { day: new Date(`${last}T00:00:00Z`), refusal: "beyond_horizon" } },
    },
    select: { id: true },
  });
  return id;
}

test("a series ended, a date given up or one had and cancelled is never booked again", async () => {
  const ended = await aLongSeries();
  await cancelSeries(ended.member, { seriesId: ended.id, scope: "all" }, later(1));
  const stopped = await aLongSeries();
  const from = { scope: "from" as const, day: day("2026-08-25") };
  await cancelSeries(stopped.member, { seriesId: stopped.id, ...from }, later(1));
  const given = await aLongSeries();
  await closeRefusal(given.member, { seriesId: given.id, day: day("2026-08-18") }, later(1));
  const had = await aLongSeries();
  await bookReachedDates(worker, later(5));
  const { id: bookingId } = await db.booking.findFirstOrThrow({
    where: { seriesId: had.id, day: new Date("2026-08-18T00:00:00Z") },
  });
  await cancelBooking(had.member, { bookingId }, later(5));
  // As if the date had never been told apart: the cancelled booking alone speaks against it.
  await db.seriesRefusal.updateMany({ where: { seriesId: had.id }, data: { closedAt: null } });
  await bookReachedDates(worker, later(30));
  expect(reached(await datesOf(ended.id))).toEqual([]);
  expect(reached(await datesOf(stopped.id))).toEqual(["2026-08-18 confirmed"]);
  expect(reached(await datesOf(given.id))).toEqual([
    "2026-08-25 confirmed",
    "2026-09-01 confirmed",
  ]);
  expect(reached(await datesOf(had.id))).toEqual([
    "2026-08-18 cancelled",
    "2026-08-25 confirmed",
    "2026-09-01 confirmed",
  ]);
});

test("the quota of the member counts, and where the host must agree the date is asked for", async () => {
  const space = await aSpace();
  const room = await aRoom(space, { needsApproval: true, quotaCount: 1, quotaPeriod: "month" });
  const member = await aMember();
  const two = { firstDay: addDays(tuesday, 56), lastDay: addDays(tuesday, 77) };
  const { id } = await aSeries(member, space, { resourceId: room.id, ...two });
  await bookReachedDates(worker, later(30));
  expect(await datesOf(id)).toEqual(["2026-08-11 requested", "2026-09-01 requested"]);
  expect(await refusedOf(id)).toEqual([
    "2026-08-18 quota_reached",
    "2026-08-25 quota_reached",
    "2026-09-01 beyond_horizon closed",
  ]);
  const mail = await lastMailTo(member);
  expect(mail.subject).toMatch(/^1 date de votre série demandée à /);
  expect(mail.attachments).toEqual([]);
});

test("somebody else's single booking and the closed days are told, none of it stops the others", async () => {
  const { space, member, id } = await aLongSeries();
  const wish = { slug: space.slug, day: day("2026-08-18"), part: "morning" as const };
  await bookResource(await aMember(), wish, later(5));
  await bookReachedDates(worker, later(30));
  expect(reached(await datesOf(id))).toEqual(["2026-08-25 confirmed", "2026-09-01 confirmed"]);
  expect(reached(await refusedOf(id))[0]).toBe("2026-08-18 slot_taken");
  const { subject, text } = await lastMailTo(member);
  expect(subject).toContain("2 dates de votre série réservées");
  expect(text).toContain("mardi 18 août 2026 n’a pas pu être réservé");
});

test("somebody whose account was erased is booked nothing more", async () => {
  const { member, id } = await aLongSeries();
  await db.person.update({ where: { id: member.personId }, data: { erasedAt: later(1) } });
  await bookReachedDates(worker, later(30));
  expect(reached(await datesOf(id))).toEqual([]);
});

test("only the system books what has opened", async () => {
  await expect(bookReachedDates(await aMember(), mondayMorning)).rejects.toThrow(Forbidden);
});

test("an absence noted over dates still too far keeps the night from booking them", async () => {
  const { member, id } = await aLongSeries();
  const away = { from: day("2026-08-17"), until: day("2026-08-30") };
  const preview = await previewAbsence(member, away, mondayMorning);
  expect(preview).toMatchObject({ ok: true, value: { cancelled: [], awaited: 2 } });
  const noted = await cancelRange(member, { ...away, expected: 0 }, mondayMorning);
  expect(noted).toEqual({ ok: true, value: { cancelled: 0, kept: 0, givenUp: 2 } });
  await bookReachedDates(worker, later(30));
  expect(reached(await datesOf(id))).toEqual(["2026-09-01 confirmed"]);
  const again = await cancelRange(member, away, mondayMorning);
  expect(again).toMatchObject({ ok: false, refusal: "nothing_to_cancel" });
});
