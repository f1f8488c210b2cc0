import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { cancelSeries } from "@/lib/bookings/series/cancellations/commands";
import { editSeries } from "@/lib/bookings/series/edits/commands";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import { anonymous } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { renderNotification } from "@/lib/notifications/rules";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aSeries, datesOf, mailsTo, refusedOf } from "@/tests/support/series";

const second = addDays(tuesday, 7);

async function fourTuesdays() {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aSeries(member, space);
  return { space, member, seriesId: id };
}

test.each([
  ["one date alone", "one" as const, second, ["confirmed", "cancelled", "confirmed", "confirmed"]],
  ["from a date on", "from" as const, second, ["confirmed", "cancelled", "cancelled", "cancelled"]],
  ["all of it", "all" as const, undefined, ["cancelled", "cancelled", "cancelled", "cancelled"]],
])("a member cancels %s, and nothing else", async (_name, scope, on, states) => {
  const { member, seriesId } = await fourTuesdays();
  const result = await cancelSeries(member, { seriesId, scope, day: on }, mondayMorning);
  const cancelled = states.filter((state) => state === "cancelled").length;
  expect(result).toMatchObject({ ok: true, value: { cancelled, kept: 0 } });
  expect((await datesOf(seriesId)).map((line) => line.split(" ")[1])).toEqual(states);
  expect(await mailsTo(member)).toEqual(["series-confirmed", "series-cancelled"]);
});

test("the mail takes the cancelled dates out of the calendar, with the same entries", async () => {
  const { member, seriesId } = await fourTuesdays();
  await cancelSeries(member, { seriesId, scope: "from", day: second }, mondayMorning);
  const [added, removed] = (
    await db.notification.findMany({
      where: { personId: member.personId },
      orderBy: { createdAt: "asc" },
    })
  ).map((row) => renderNotification(row).attachments[0]?.content ?? "");
  const uids = (text: string | undefined) =>
    [...(text ?? "").matchAll(/UID:(.*)/g)].map(([, uid]) => uid);
  expect(uids(removed)).toEqual(uids(added).slice(1));
  expect(removed?.match(/STATUS:CANCELLED/g)).toHaveLength(3);
  expect(removed?.match(/SEQUENCE:1/g)).toHaveLength(3);
});

test("the past and dates past their deadline stay, and are told apart", async () => {
  const { member, seriesId } = await fourTuesdays();
  // Monday evening before the third date, after its deadline at six.
  const later = new Date("2026-06-29T17:00:00Z");
  const result = await cancelSeries(member, { seriesId, scope: "all" }, later);
  expect(result).toMatchObject({ ok: true, value: { cancelled: 1, kept: 1 } });
  expect((await datesOf(seriesId)).map((line) => line.split(" ")[1])).toEqual([
    "confirmed",
    "confirmed",
    "confirmed",
    "cancelled",
  ]);
  const mail = renderNotification(
    await db.notification.findFirstOrThrow({
      where: { personId: member.personId, kind: "series-cancelled" },
    }),
  );
  expect(mail.text).toContain("mardi 30 juin 2026");
});

test("when none may be cancelled any more, nothing changes and the member is told why", async () => {
  const { member, seriesId } = await fourTuesdays();
  const late = new Date("2026-07-06T17:00:00Z");
  const refused = await cancelSeries(member, { seriesId, scope: "all" }, late);
  expect(refused).toMatchObject({ ok: false, refusal: "too_late_to_cancel" });
  const series = await db.series.findFirstOrThrow({ where: { id: seriesId } });
  expect(series.endedFrom).toBeNull();
});

test("a host cancels after the deadline, in the journal; somebody who is there stays", async () => {
  const { space, member, seriesId } = await fourTuesdays();
  const host = await hostOf(space);
  const late = new Date("2026-07-07T05:00:00Z");
  const result = await cancelSeries(host, { seriesId, scope: "all" }, late);
  expect(result).toMatchObject({ ok: true, value: { cancelled: 1 } });
  const lines = await db.journalEntry.findMany({ where: { actorId: host.personId } });
  expect(lines.map(({ action }) => action).sort()).toEqual([
    "booking.cancelled",
    "series.cancelled",
  ]);
  expect(await mailsTo(member)).toContain("series-cancelled");
  const there = await fourTuesdays();
  await db.booking.updateMany({
    where: { seriesId: there.seriesId },
    data: { checkedInAt: mondayMorning },
  });
  const kept = await cancelSeries(
    await hostOf(there.space),
    { seriesId: there.seriesId, scope: "all" },
    mondayMorning,
  );
  expect(kept).toMatchObject({ ok: false, refusal: "too_late_to_cancel" });
});

test("what was shown has changed: nothing is cancelled", async () => {
  const { member, seriesId } = await fourTuesdays();
  const result = await cancelSeries(
    member,
    { seriesId, scope: "from", day: second, expected: 4 },
    mondayMorning,
  );
  expect(result).toMatchObject({ ok: false, refusal: "list_changed" });
  expect((await datesOf(seriesId)).every((line) => line.endsWith("confirmed"))).toBe(true);
});

test("a refused date is given up with the others; cancelling again finds nothing", async () => {
  const space = await aSpace();
  await aBooking({
    space,
    day: second,
    startsAt: "2026-06-23T06:30:00Z",
    endsAt: "2026-06-23T16:30:00Z",
  });
  const member = await aMember();
  const { id: seriesId } = await aSeries(member, space);
  const one = await cancelSeries(member, { seriesId, scope: "one", day: second }, mondayMorning);
  expect(one).toMatchObject({ ok: true, value: { cancelled: 0 } });
  expect(await refusedOf(seriesId)).toEqual(["2026-06-23 slot_taken closed"]);
  const from = { seriesId, scope: "from", day: addDays(tuesday, 14) } as const;
  expect(await cancelSeries(member, from, mondayMorning)).toMatchObject({ ok: true });
  expect(await cancelSeries(member, from, mondayMorning)).toMatchObject({
    ok: false,
    refusal: "nothing_to_cancel",
  });
});

test("a series cancelled from a date on is not changed after it", async () => {
  const { space, member, seriesId } = await fourTuesdays();
  await cancelSeries(member, { seriesId, scope: "from", day: second }, mondayMorning);
  const edit = { seriesId, from: second, resourceId: space.desks[1]?.id ?? "" };
  const moment = { part: "day" as const };
  expect(await editSeries(member, { ...edit, moment }, mondayMorning)).toMatchObject({
    ok: false,
    refusal: "series_over",
  });
});

test("cancelled twice at once, each date is cancelled once", async () => {
  const { member, seriesId } = await fourTuesdays();
  const results = await Promise.all(
    [1, 2].map(() => cancelSeries(member, { seriesId, scope: "all" }, mondayMorning)),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const changes = await db.bookingChange.count({
    where: { booking: { seriesId }, verb: "cancel" },
  });
  expect(changes).toBe(4);
});

test("two series of one space and single cancellations at once do not wait for each other in a circle", async () => {
  const space = await aSpace();
  const members = await Promise.all(Array.from({ length: 6 }, aMember));
  const series = await Promise.all(
    members.map((member, index) =>
      aSeries(member, space, {
        resourceId: space.desks[index % 3]?.id ?? "",
        moment: { part: index < 3 ? "morning" : "afternoon" },
      }),
    ),
  );
  const bookings = await db.booking.findMany({ where: { spaceId: space.id } });
  const owner = new Map(members.map((member) => [member.personId, member]));
  const results = await Promise.all([
    ...series.map(({ id }, index) =>
      cancelSeries(
        members[index] ?? anonymous,
        { seriesId: id, scope: "from", day: second },
        mondayMorning,
      ),
    ),
    ...bookings.map(({ id, personId }) =>
      cancelBooking(owner.get(personId ?? "") ?? anonymous, { bookingId: id }, mondayMorning),
    ),
  ]);
  expect(results).toHaveLength(6 + 24);
  expect(await db.booking.count({ where: { spaceId: space.id, state: "confirmed" } })).toBe(0);
});

test("somebody else's series is not found", async () => {
  const { seriesId } = await fourTuesdays();
  for (const [actor, id] of [
    [await aMember(), seriesId],
    [await hostOf(await aSpace()), seriesId],
    [anonymous, seriesId],
    [await aMember(), randomUUID()],
  ] as const) {
    const input = { seriesId: id, scope: "from" as const, day: day("2026-06-16") };
    await expect(cancelSeries(actor, input, mondayMorning)).rejects.toThrow(NotFound);
  }
});

test("a date that was swapped away is somebody else's, and stays", async () => {
  const { member, seriesId, space } = await fourTuesdays();
  const other = await aMember();
  const [first] = await db.booking.findMany({ where: { seriesId }, orderBy: { startsAt: "asc" } });
  await db.booking.update({
    where: { spaceId_id: { spaceId: space.id, id: first?.id ?? "" } },
    data: { personId: other.personId },
  });
  const edit = { seriesId, from: tuesday, resourceId: space.desks[1]?.id ?? "" };
  const moved = await editSeries(member, { ...edit, moment: { part: "day" } }, mondayMorning);
  expect(moved).toMatchObject({ ok: true, value: { moved: 3 } });
  await cancelSeries(member, { seriesId, scope: "all" }, mondayMorning);
  const left = await db.booking.findFirstOrThrow({ where: { id: first?.id ?? "" } });
  expect(left).toMatchObject({ state: "confirmed", resourceId: space.desks[0]?.id });
});

test("whoever waits for one of the dates is offered it at once", async () => {
  const space = await aSpace({ desks: 1 });
  const member = await aMember();
  const { id: seriesId } = await aSeries(member, space);
  const waiting = await aMember();
  const wish = {
    slug: space.slug,
    day: second,
    part: "day" as const,
    kind: "desk" as const,
    quantity: 1,
  };
  expect(await joinWaitingList(waiting, wish, mondayMorning)).toMatchObject({ ok: true });
  await cancelSeries(member, { seriesId, scope: "from", day: second }, mondayMorning);
  const offered = await db.booking.findMany({ where: { personId: waiting.personId } });
  expect(offered).toMatchObject([{ state: "held", day: new Date("2026-06-23T00:00:00Z") }]);
});
