import { expect, test } from "vitest";
import { listSpaceIdsOf, lockHits, lockSpaces, settleHits } from "@/lib/bookings/hits/commands";
import { listStanding } from "@/lib/bookings/hits/queries";
import type { Outcome } from "@/lib/bookings/hits/rules";
import type { Place } from "@/lib/bookings/hits/schema";
import { db, inTransaction } from "@/lib/infra/db";
import { hostOf } from "@/tests/support/actors";
import { close, onDay } from "@/tests/support/closures";
import {
  aBooking,
  aPerson,
  aRoom,
  aSpace,
  mondayMorning,
  tuesday,
} from "@/tests/support/factories";
import { booked, entryOf, waiting } from "@/tests/support/waiting-list";

const morning = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };
const onMorning = { day: tuesday, part: "morning" as const };

type Fixture = Awaited<ReturnType<typeof aSpace>>;

async function settle(space: Fixture, ids: string[], place: Place) {
  const host = await hostOf(space);
  const hits = await listStanding(db, ids, mondayMorning);
  const outcomes: Outcome[] = hits.map((hit) => ({ hit, choice: "move", place }));
  return inTransaction(async (tx) => {
    await lockSpaces(tx, [space.id, ...(await listSpaceIdsOf(tx, [place]))]);
    await lockHits(tx, hits, [place]);
    return settleHits(tx, host, outcomes, {
      because: "place_closes",
      reason: "Travaux",
      closureOf: () => null,
      at: mondayMorning,
    });
  });
}

test("a place whose booking lapsed and was not written yet can be had", async () => {
  const space = await aSpace({ desks: 2 });
  const booking = { space, ...onMorning, ...morning };
  const { id } = await aBooking(booking);
  const late = await aBooking({ ...booking, desk: 1 });
  await db.booking.updateMany({ where: { id: late.id }, data: { lapsesAt: mondayMorning } });
  const place = { resourceId: space.desks[1]?.id ?? "", wanted: onMorning };
  expect(await settle(space, [id], place)).toMatchObject({ ok: true, value: { moved: 1 } });
  expect(await db.booking.findFirst({ where: { id: late.id } })).toMatchObject({
    state: "no_show",
  });
});

test.each([
  "taken",
  "shut",
  "too small",
  "busy outside",
  "somebody's second seat",
  "unknown moment",
])("a place that is %s is not to be had: nothing is moved", async (why) => {
  const space = await aSpace({ desks: 2 });
  const room = await aRoom(space, { capacity: why === "too small" ? 1 : 8 });
  const person = await aPerson();
  const booking = { space, ...onMorning, ...morning, personId: person.id };
  const { id } = await aBooking(booking);
  await db.booking.updateMany({ where: { id }, data: { companions: ["Hugo"] } });
  const [, second] = space.desks;
  const resourceId = why === "somebody's second seat" ? (second?.id ?? "") : room.id;
  if (why === "somebody's second seat") {
    await db.booking.updateMany({ where: { id }, data: { companions: [] } });
    const other = await aSpace();
    await aBooking({ ...booking, space: other, personId: person.id });
  }
  if (why === "taken") {
    await aBooking({
      ...booking,
      space: { id: space.id, desks: [room] },
      personId: (await aPerson()).id,
    });
  }
  if (why === "shut") {
    const day = {
      startsAt: new Date("2026-06-16T00:00:00Z"),
      endsAt: new Date("2026-06-17T00:00:00Z"),
    };
    await db.closure.create({ data: { spaceId: space.id, resourceId, ...day, reason: "x" } });
  }
  if (why === "busy outside") {
    const calendar = await db.calendarImport.create({
      data: { spaceId: space.id, resourceId, name: "x", url: "https://exemple.test/x.ics" },
    });
    const during = { startsAt: new Date(morning.startsAt), endsAt: new Date(morning.endsAt) };
    await db.busyBlock.create({
      data: { spaceId: space.id, importId: calendar.id, resourceId, ...during },
    });
  }
  const wanted = why === "unknown moment" ? { day: tuesday, part: "day" as const } : onMorning;
  if (why === "unknown moment") {
    await db.resource.updateMany({ where: { id: resourceId }, data: { modes: ["half_day"] } });
  }
  expect(await settle(space, [id], { resourceId, wanted })).toEqual({
    ok: false,
    refusal: "list_changed",
  });
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({ sequence: 0 });
});

test("where another host must agree, nobody is put without being asked", async () => {
  const [space, other] = [await aSpace(), await aSpace({ desks: 1 })];
  await db.resource.updateMany({ where: { spaceId: other.id }, data: { needsApproval: true } });
  const { id } = await aBooking({ space, ...onMorning, ...morning });
  const place = { resourceId: other.desks[0]?.id ?? "", wanted: onMorning };
  expect(await settle(space, [id], place)).toMatchObject({ refusal: "list_changed" });
});

test("two days cancelled by a closed morning free the afternoon at once: two places for who waits for two", async () => {
  const space = await aSpace({ desks: 2 });
  await booked(space, { part: "day" });
  await booked(space, { part: "day" });
  const pair = await waiting(space, { part: "afternoon", quantity: 2 });
  const alone = await waiting(space, { part: "afternoon" });
  const closed = await close(await hostOf(space), space, onDay("morning"));
  expect(closed).toMatchObject({ ok: true, value: { cancelled: 2 } });
  expect(await entryOf(pair.id)).toMatchObject({ state: "offered", places: ["held", "held"] });
  expect((await entryOf(alone.id)).state).toBe("waiting");
});
