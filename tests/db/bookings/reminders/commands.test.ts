import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { recheckBookings } from "@/lib/bookings/rechecks/queries";
import { remindOfBookings } from "@/lib/bookings/reminders/commands";
import { systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { keepChoice } from "@/lib/notifications/choices/commands";
import { deliverNotification } from "@/lib/notifications/commands";
import { hostOf } from "@/tests/support/actors";
import { aComer } from "@/tests/support/company";
import { aSpace, tuesday } from "@/tests/support/factories";
import { aDevice } from "@/tests/support/notifications";

const worker = systemActor("worker");
const sixInTheEvening = new Date("2026-06-15T16:00:00Z");

async function booked() {
  const space = await aSpace();
  const { actor, personId, booking } = await aComer(space, { desk: 0 });
  const createdAt = new Date("2026-06-08T08:00:00Z");
  await db.booking.updateMany({ where: { id: booking.id }, data: { createdAt } });
  return { space, actor, personId, id: booking.id, email: actor.email ?? "" };
}

const remindersOf = (personId: string) =>
  db.notification.findMany({ where: { personId, kind: "booking-reminder" } });
const mailsTo = (to: string) => db.demoMail.findMany({ where: { to } });

async function deliverAll(personId: string) {
  for (const { id } of await remindersOf(personId)) {
    await deliverNotification(worker, { notificationId: id }, sixInTheEvening, recheckBookings);
  }
}

test("one is reminded of what one booked for the next day, where and when", async () => {
  const { personId, email, space } = await booked();
  await remindOfBookings(worker, sixInTheEvening);
  await deliverAll(personId);
  const [mail] = await mailsTo(email);
  expect(mail?.subject.replace(/\u00a0/g, " ")).toBe(`Rappel : votre place demain à ${space.name}`);
  expect(mail?.text).toContain("mardi 16 juin 2026");
});

test("reminded once, however often and by however many the job is run", async () => {
  const { personId } = await booked();
  const run = () => remindOfBookings(worker, sixInTheEvening);
  await Promise.all([run(), run()]);
  await run();
  expect(await remindersOf(personId)).toHaveLength(1);
});

test("cancelled between the writing and the sending, nothing is sent", async () => {
  const { space, personId, id, email } = await booked();
  await remindOfBookings(worker, sixInTheEvening);
  const cancelled = await cancelBooking(await hostOf(space), { bookingId: id }, sixInTheEvening);
  expect(cancelled.ok).toBe(true);
  await deliverAll(personId);
  const subjects = (await mailsTo(email)).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.startsWith("Rappel"))).toEqual([]);
  expect(await remindersOf(personId)).toEqual([]);
  await remindOfBookings(worker, sixInTheEvening);
  expect(await remindersOf(personId)).toEqual([]);
});

test("moved between the writing and the sending, the old moment is not told, the new one is", async () => {
  const { space, personId, id, email } = await booked();
  await remindOfBookings(worker, sixInTheEvening);
  const moved = await moveBooking(
    await hostOf(space),
    { bookingId: id, day: tuesday, part: "afternoon" },
    sixInTheEvening,
  );
  expect(moved.ok).toBe(true);
  await deliverAll(personId);
  expect((await mailsTo(email)).some(({ subject }) => subject.startsWith("Rappel"))).toBe(false);
  await remindOfBookings(worker, sixInTheEvening);
  await deliverAll(personId);
  const reminders = (await mailsTo(email)).filter(({ subject }) => subject.startsWith("Rappel"));
  expect(reminders).toHaveLength(1);
  expect(reminders[0]?.text.replace(/[\u00a0\u202f]/g, " ")).toContain("13 h 30 – 18 h 30");
});

test("whoever wants no reminder has none; on a device alone, once and without a mail", async () => {
  const silent = await booked();
  await keepChoice(db, silent.personId, "reminders", { mail: "never", push: false });
  const pushed = await booked();
  await keepChoice(db, pushed.personId, "reminders", { mail: "never", push: true });
  await aDevice(pushed.personId);
  await remindOfBookings(worker, sixInTheEvening);
  await remindOfBookings(worker, sixInTheEvening);
  expect(await remindersOf(silent.personId)).toEqual([]);
  expect(await remindersOf(pushed.personId)).toHaveLength(1);
  await deliverAll(pushed.personId);
  expect(await mailsTo(pushed.email)).toEqual([]);
});

test("nobody but the platform itself reminds", async () => {
  const { actor, personId } = await booked();
  await expect(remindOfBookings(actor, sixInTheEvening)).rejects.toThrow(Forbidden);
  expect(await remindersOf(personId)).toEqual([]);
});
