import { expect, test } from "vitest";
import { notifyOfBooking } from "@/lib/bookings/notices/commands";
import { db } from "@/lib/infra/db";
import { aBooking, aPerson, aSpace, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};

test("the notice says where, when in the space's zone, and until when one may cancel", async () => {
  const space = await aSpace();
  const person = await aPerson({ locale: "en" });
  const { id } = await aBooking({ space, ...morning, personId: person.id });
  await db.$transaction((tx) => notifyOfBooking(tx, "booking-confirmed", id));
  const [notice] = await db.notification.findMany({ where: { personId: person.id } });
  expect(notice).toMatchObject({ kind: "booking-confirmed", email: person.email, locale: "en" });
  expect(notice?.payload).toMatchObject({
    spaceName: space.name,
    resourceName: "Bureau 1",
    startsAt: "2026-06-16T06:30:00.000Z",
    timeZone: "Europe/Paris",
    url: `http://localhost:3000/mon-espace/reservations/${id}`,
  });
});

test("somebody without an address is told nothing", async () => {
  const person = await aPerson({ email: null });
  const { id } = await aBooking({ space: await aSpace(), ...morning, personId: person.id });
  await db.$transaction((tx) => notifyOfBooking(tx, "booking-cancelled", id));
  expect(await db.notification.count({ where: { personId: person.id } })).toBe(0);
});

test("a notice of a transaction that fails was never written, nor its job", async () => {
  const person = await aPerson();
  const { id } = await aBooking({ space: await aSpace(), ...morning, personId: person.id });
  const failing = db.$transaction(async (tx) => {
    await notifyOfBooking(tx, "booking-confirmed", id);
    throw new Error("later step failed");
  });
  await expect(failing).rejects.toThrow("later step failed");
  expect(await db.notification.count({ where: { personId: person.id } })).toBe(0);
});
