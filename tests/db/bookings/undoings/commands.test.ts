import { expect, test } from "vitest";
import { withdrawClosure } from "@/lib/bookings/closures/commands";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import type { PersonActor } from "@/lib/core/actor";
import { dateColumn, day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { close, onDay } from "@/tests/support/closures";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const minutesLater = (minutes: number) => new Date(mondayMorning.getTime() + minutes * 60_000);
const inNineMinutes = minutesLater(9);
const friday = day("2026-06-19");

async function book(
  actor: PersonActor,
  slug: string,
  over: { day?: typeof tuesday; part?: "morning" | "afternoon" | "day"; resourceId?: string } = {},
) {
  const result = await bookResource(
    actor,
    { slug, day: tuesday, part: "morning", ...over },
    mondayMorning,
  );
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

/** Rows as they are, less the count of changes that calendars need. */
async function rowsOf(spaceId: string) {
  const rows = await db.$queryRaw<{ row: Record<string, unknown> }[]>`
    SELECT to_jsonb(b) - 'sequence' AS row FROM bookings b WHERE space_id = ${spaceId}::uuid ORDER BY id`;
  return rows.map(({ row }) => row);
}

const kindsTo = async ({ personId }: PersonActor) =>
  (
    await db.notification.findMany({
      where: { personId, kind: { not: "booking-confirmed" } },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ kind }) => kind);

const idOf = (result: { ok: true; value: { id: string } } | { ok: false }) =>
  result.ok ? result.value.id : "";

test("undone, every booking is as it was before: moved, cancelled, kept, asked for and offered", async () => {
  const space = await aSpace({ desks: 6, latitude: 30, longitude: 30, noShowGraceMinutes: 60 });
  const host = await hostOf(space);
  const [desk, , third] = space.desks;
  const [moved, cancelled, kept] = [await aMember(), await aMember(), await aMember()];
  const one = await book(moved, space.slug, { resourceId: desk?.id ?? "" });
  await book(cancelled, space.slug, { part: "day" });
  const three = await book(kept, space.slug, { day: friday, resourceId: third?.id ?? "" });
  const times = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };
  const asked = { space, day: tuesday, part: "morning" as const, ...times };
  await aBooking({ ...asked, desk: 3, state: "requested" });
  const offer = await aBooking({ ...asked, desk: 4, state: "held" });
  await db.booking.updateMany({
    where: { id: offer.id },
    data: { lapsesAt: new Date("2026-06-15T08:00:00Z") },
  });
  const before = await rowsOf(space.id);
  const when = onDay("day", tuesday, friday);
  // The whole space: a move can only go elsewhere; the desk alone: to the one beside it.
  const closed = await close(host, space, when, { choices: { [three]: "keep" } });
  expect(closed).toMatchObject({ ok: true, value: { cancelled: 4, kept: 1 } });
  expect(await rowsOf(space.id)).not.toEqual(before);
  const undone = await undoClosure(host, { closureId: idOf(closed) }, inNineMinutes);
  expect(undone).toEqual({ ok: true, value: { restored: 5, left: [] } });
  expect(await rowsOf(space.id)).toEqual(before);

  const target = { slug: space.slug, resourceId: desk?.id };
  const again = await close(host, target, when, { choices: { [one]: "move" } });
  expect(again).toMatchObject({ ok: true, value: { moved: 1 } });
  await undoClosure(host, { closureId: idOf(again) }, inNineMinutes);
  expect(await rowsOf(space.id)).toEqual(before);
  expect(await kindsTo(moved)).toEqual([
    "booking-closed",
    "booking-restored",
    "booking-moved",
    "booking-restored",
  ]);
  expect(await kindsTo(cancelled)).toEqual(["booking-closed", "booking-restored"]);
  expect(await kindsTo(kept)).toEqual(["booking-kept", "booking-restored"]);
  expect(await book(await aMember(), space.slug, { part: "afternoon" })).toBeTruthy();
});

test("moved to another space and undone: home again, and the other place is free", async () => {
  const space = await aSpace({ latitude: -20, longitude: 100 });
  const near = await aSpace({ latitude: -20, longitude: 100.05 });
  const [host, member] = [await hostOf(space), await aMember()];
  await book(member, space.slug);
  const before = await rowsOf(space.id);
  const closed = await close(host, space, onDay("day"), { all: "move" });
  expect(await db.booking.count({ where: { spaceId: near.id, state: "confirmed" } })).toBe(1);
  const undone = await undoClosure(host, { closureId: idOf(closed) }, inNineMinutes);
  expect(undone).toMatchObject({ value: { restored: 1, left: [] } });
  expect(await rowsOf(space.id)).toEqual(before);
  expect(await db.booking.count({ where: { spaceId: near.id, state: "confirmed" } })).toBe(0);
  const last = await db.notification.findFirst({
    where: { personId: member.personId },
    orderBy: { createdAt: "desc" },
  });
  // The entry of the other space goes from the calendar.
  expect(last).toMatchObject({
    kind: "booking-restored",
    payload: { because: "closure_undone", before: { elsewhere: { spaceName: near.name } } },
  });
});

test("somebody has taken the place meanwhile: that one is listed, the others come back", async () => {
  const space = await aSpace({ desks: 3, latitude: -60, longitude: 10 });
  const host = await hostOf(space);
  const [desk] = space.desks;
  const [first, second] = [await aMember(), await aMember()];
  const lost = await book(first, space.slug, { resourceId: desk?.id ?? "" });
  const back = await book(second, space.slug, { day: friday });
  const closed = await close(host, space, onDay("day", tuesday, friday));
  // Written without the door that closures guard, as an import of old data might.
  const thief = await aBooking({
    space,
    day: tuesday,
    part: "morning",
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T10:30:00Z",
  });
  const undone = await undoClosure(host, { closureId: idOf(closed) }, inNineMinutes);
  expect(undone).toEqual({
    ok: true,
    value: { restored: 1, left: [{ bookingId: lost, because: "place_taken" }] },
  });
  const states = await db.booking.findMany({
    where: { id: { in: [lost, back, thief.id] } },
    select: { id: true, state: true },
  });
  expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
    [lost]: "cancelled",
    [back]: "confirmed",
    [thief.id]: "confirmed",
  });
  expect(await kindsTo(first)).toEqual(["booking-closed"]);
});

test("who has booked elsewhere meanwhile keeps that, and has not two seats", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const [host, member] = [await hostOf(space), await aMember()];
  const id = await book(member, space.slug);
  const closed = await close(host, space, onDay("day"));
  await book(member, other.slug);
  expect(await undoClosure(host, { closureId: idOf(closed) }, inNineMinutes)).toMatchObject({
    value: { restored: 0, left: [{ bookingId: id, because: "already_booked" }] },
  });
});

test("a booking its person changed since stays as they left it", async () => {
  const space = await aSpace({ desks: 2, latitude: 5, longitude: -5 });
  const [host, member] = [await hostOf(space), await aMember()];
  const [desk] = space.desks;
  const id = await book(member, space.slug, { resourceId: desk?.id ?? "" });
  const target = { slug: space.slug, resourceId: desk?.id };
  const closed = await close(host, target, onDay("day"), { all: "move" });
  await cancelBooking(member, { bookingId: id }, mondayMorning);
  expect(await undoClosure(host, { closureId: idOf(closed) }, inNineMinutes)).toMatchObject({
    value: { restored: 0, left: [{ bookingId: id, because: "changed_since" }] },
  });
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({ state: "cancelled" });
});

test("nothing returns to a place that another closure has shut since", async () => {
  const space = await aSpace();
  const [host, member] = [await hostOf(space), await aMember()];
  const [desk] = space.desks;
  const id = await book(member, space.slug, { resourceId: desk?.id ?? "" });
  const closed = await close(host, space, onDay("morning"));
  await close(host, { slug: space.slug, resourceId: desk?.id }, onDay("day"));
  expect(await undoClosure(host, { closureId: idOf(closed) }, inNineMinutes)).toMatchObject({
    value: { restored: 0, left: [{ bookingId: id, because: "closed_since" }] },
  });
});

test("after ten minutes only opening again remains; undoing twice is the same as once", async () => {
  const space = await aSpace();
  const [host, member] = [await hostOf(space), await aMember()];
  const id = await book(member, space.slug);
  const closed = await close(host, space, onDay("day"));
  const closureId = idOf(closed);
  expect(await undoClosure(host, { closureId }, minutesLater(10))).toMatchObject({
    refusal: "too_late_to_undo",
  });
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({ state: "cancelled" });
  expect(await undoClosure(host, { closureId }, inNineMinutes)).toMatchObject({
    value: { restored: 1 },
  });
  expect(await undoClosure(host, { closureId }, inNineMinutes)).toEqual({
    ok: true,
    value: { restored: 0, left: [] },
  });
  await withdrawClosure(host, { closureId }, inNineMinutes);
  expect(await db.journalEntry.count({ where: { subjectId: closureId } })).toBe(2);
});

test("the network's closure is undone as a whole, by its staff", async () => {
  const [one, two] = [await aSpace(), await aSpace()];
  const staff = await aStaffMember();
  await book(await aMember(), one.slug, { day: friday });
  await book(await aMember(), two.slug, { day: friday });
  const before = [await rowsOf(one.id), await rowsOf(two.id)];
  const closed = await close(staff, "network", onDay("day", friday));
  const undone = await undoClosure(staff, { closureId: idOf(closed) }, inNineMinutes);
  expect(undone).toMatchObject({ ok: true, value: { left: [] } });
  expect([await rowsOf(one.id), await rowsOf(two.id)]).toEqual(before);
});

test("whoever waits is not given a place that somebody comes back to, and is served what is left", async () => {
  const space = await aSpace({ desks: 1 });
  const [host, member, waiting] = [await hostOf(space), await aMember(), await aMember()];
  const id = await book(member, space.slug);
  const entry = await db.waitingEntry.create({
    data: {
      spaceId: space.id,
      personId: waiting.personId,
      kind: "desk",
      day: dateColumn(tuesday),
      part: "morning",
      startsAt: new Date("2026-06-16T06:30:00Z"),
      endsAt: new Date("2026-06-16T10:30:00Z"),
    },
  });
  const stateOf = async () =>
    (await db.waitingEntry.findFirstOrThrow({ where: { id: entry.id } })).state;
  const closed = await close(host, space, onDay("morning"));
  expect(await stateOf()).toBe("waiting");
  await undoClosure(host, { closureId: idOf(closed) }, inNineMinutes);
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({ state: "confirmed" });
  expect(await stateOf()).toBe("waiting");
  // Opened again without undoing, the place is free and offered.
  const again = await close(host, space, onDay("morning"));
  await withdrawClosure(host, { closureId: idOf(again) }, inNineMinutes);
  expect(await stateOf()).toBe("offered");
});

test("an offer that a closure took is offered again when it is undone", async () => {
  const space = await aSpace({ desks: 1 });
  const [host, waiting] = [await hostOf(space), await aMember()];
  const startsAt = new Date("2026-06-16T06:30:00Z");
  const endsAt = new Date("2026-06-16T10:30:00Z");
  const entry = await db.waitingEntry.create({
    data: {
      ...{ spaceId: space.id, personId: waiting.personId, kind: "desk", part: "morning" },
      ...{ day: dateColumn(tuesday), startsAt, endsAt, state: "offered" },
    },
  });
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  const personId = waiting.personId;
  const offer = await aBooking({
    space,
    day: tuesday,
    part: "morning",
    ...times,
    personId,
    state: "held",
  });
  await db.booking.updateMany({
    where: { id: offer.id },
    data: { waitingEntryId: entry.id, lapsesAt: minutesLater(60) },
  });
  const stateOf = async () =>
    (await db.waitingEntry.findFirstOrThrow({ where: { id: entry.id } })).state;
  const closed = await close(host, space, onDay("morning"));
  expect(await stateOf()).toBe("withdrawn");
  await undoClosure(host, { closureId: idOf(closed) }, inNineMinutes);
  expect(await stateOf()).toBe("offered");
  expect(await db.booking.findFirst({ where: { id: offer.id } })).toMatchObject({
    state: "held",
    lapsesAt: minutesLater(60),
  });
});
