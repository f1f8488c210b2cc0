import { expect, test } from "vitest";
import { coPresenceNotice } from "@/lib/bookings/co-presences/commands";
import { listCoPresences } from "@/lib/bookings/co-presences/queries";
import { recheckBookings } from "@/lib/bookings/rechecks/queries";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aComer, blocks } from "@/tests/support/company";
import { aSpace, mondayMorning } from "@/tests/support/factories";
import { aBookkeeperAndASeeker } from "@/tests/support/helping";
import { aBookingPayload } from "@/tests/support/notifications";

test("a reminder is told while its booking stands as it was, for the same person, to come", async () => {
  const { personId, booking } = await aComer(await aSpace(), { desk: 0 });
  const payload = aBookingPayload({ bookingId: booking.id });
  const told = { kind: "booking-reminder", personId, payload };
  const ask = (over: object = {}, at = mondayMorning) =>
    recheckBookings(db, { ...told, ...over }, at);
  expect(await ask()).toEqual(payload);
  expect(await ask({ payload: { ...payload, sequence: 1 } })).toBeNull();
  expect(await ask({ personId: (await aMember()).personId })).toBeNull();
  expect(await ask({}, new Date("2026-06-16T06:30:00Z"))).toBeNull();
  await db.booking.updateMany({
    where: { id: booking.id },
    data: { state: "cancelled", endedAt: mondayMorning },
  });
  expect(await ask()).toBeNull();
});

test("of those who could help, only those still met are told of", async () => {
  const { seeker, helper } = await aBookkeeperAndASeeker();
  const payload = coPresenceNotice(await listCoPresences(seeker.actor, mondayMorning));
  const told = { kind: "co-presence", personId: seeker.personId, payload };
  expect(await recheckBookings(db, told, mondayMorning)).toMatchObject({ matches: [{}] });
  await blocks(helper.actor, seeker.actor);
  expect(await recheckBookings(db, told, mondayMorning)).toBeNull();
});

test("what is left once the mail has gone is pushed as it is: it names nobody", async () => {
  const { seeker } = await aBookkeeperAndASeeker();
  const told = { kind: "co-presence", personId: seeker.personId, payload: {} };
  expect(await recheckBookings(db, told, mondayMorning)).toEqual({});
});

test("thanks of somebody blocked since are not told", async () => {
  const [from, to] = [await aMember(), await aMember()];
  const payload = {
    ...{ fromId: from.personId, name: "Yann", day: "2026-06-16", spaceName: "Luzech" },
    ...{ text: null, url: "https://cowloting.example/mon-espace/rencontres" },
  };
  const told = { kind: "thanks-received", personId: to.personId, payload };
  expect(await recheckBookings(db, told, mondayMorning)).toEqual(payload);
  await blocks(to, from);
  expect(await recheckBookings(db, told, mondayMorning)).toBeNull();
});

test("any other mail is as it was told", async () => {
  const payload = aBookingPayload();
  const told = { kind: "booking-confirmed", personId: null, payload };
  expect(await recheckBookings(db, told, mondayMorning)).toBe(payload);
});
