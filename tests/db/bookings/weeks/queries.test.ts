import { expect, test } from "vitest";
import { checkIn } from "@/lib/bookings/check-ins/commands";
import { annotateBooking } from "@/lib/bookings/notes/commands";
import { getBoardVersion, getHostBooking, getHostWeek } from "@/lib/bookings/weeks/queries";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, tuesday } from "@/tests/support/factories";

const monday = day("2026-06-15");
const week = { first: monday, last: day("2026-06-21") };
const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};
const atNine = new Date("2026-06-16T07:00:00Z");

test("a host sees the seven days of their space, and only that week", async () => {
  const space = await aSpace();
  const { id } = await aBooking({ space, ...morning });
  const next = { startsAt: "2026-06-22T06:30:00Z", endsAt: "2026-06-22T10:30:00Z" };
  await aBooking({ space, ...morning, ...next, day: day("2026-06-22") });
  await aBooking({ space, ...morning, desk: 1, state: "cancelled" });
  const host = await hostOf(space);
  const { days, entries } = await getHostWeek(host, space.slug, monday, atNine);
  expect(days).toHaveLength(7);
  expect(entries).toMatchObject([{ id, name: "Maëlle Rives", day: tuesday }]);
});

test("the version changes with an arrival, a booking, a note and by time alone, not otherwise", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const version = (at = atNine) => getBoardVersion(host, space.slug, week, at);
  const empty = await version();
  const { id } = await aBooking({ space, ...morning });
  const booked = await version();
  await checkIn(host, { bookingId: id }, atNine);
  const arrived = await version();
  await annotateBooking(host, { bookingId: id, note: "Prend la clé" });
  const noted = await version();
  expect(new Set([empty, booked, arrived, noted]).size).toBe(4);
  expect(await version()).toBe(noted);
  expect(noted).toMatch(/^[0-9a-f]{32}$/);
});

test("a booking is shown to its host with those who come along", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const { id } = await aBooking({ space, ...morning });
  const host = await hostOf(space);
  expect(await getHostBooking(host, space.slug, id, atNine)).toMatchObject({
    entry: { id, attendance: "expected" },
    companions: [],
  });
  const elsewhere = getHostBooking(await hostOf(other), other.slug, id, atNine);
  await expect(elsewhere).rejects.toThrow(NotFound);
});

test("a booking that ended is shown with its state and its reason, so that it can be restored", async () => {
  const space = await aSpace();
  const { id } = await aBooking({ space, ...morning, state: "cancelled" });
  await db.booking.updateMany({ where: { id }, data: { endReason: "Erreur" } });
  expect(await getHostBooking(await hostOf(space), space.slug, id, atNine)).toMatchObject({
    entry: { id, state: "cancelled" },
    endReason: "Erreur",
  });
});

test("week, version and booking are hidden from members, staff and other hosts", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const { id } = await aBooking({ space, ...morning });
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(other)]) {
    await expect(getHostWeek(actor, space.slug, monday, atNine)).rejects.toThrow(NotFound);
    await expect(getBoardVersion(actor, space.slug, week, atNine)).rejects.toThrow(NotFound);
    await expect(getHostBooking(actor, space.slug, id, atNine)).rejects.toThrow(NotFound);
  }
});
