import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { keepChoice } from "@/lib/notifications/choices/commands";
import { deliverNotification, notify } from "@/lib/notifications/commands";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { aBookingPayload, aProposal } from "@/tests/support/notifications";

const worker = systemActor("worker");
/** That Monday at eleven in the evening in France, and seven the next morning. */
const lateEvening = new Date("2026-06-15T21:00:00Z");
const seven = new Date("2026-06-16T05:00:00Z");

async function aReader() {
  const { personId } = await aMember();
  return { personId, email: `${randomUUID()}@exemple.test` };
}

async function restingAtNight() {
  const reader = await aReader();
  const { personId } = reader;
  await db.quietHours.create({ data: { personId, startMinute: 21 * 60, endMinute: 7 * 60 } });
  return reader;
}

const rowsOf = (personId: string) => db.notification.findMany({ where: { personId } });

async function runAtOf(notificationId: string): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ run_at: Date }[]>`
    SELECT run_at FROM graphile_worker._private_jobs
    WHERE payload->>'notificationId' = ${notificationId}`;
  return row?.run_at;
}

/** A proposal about next month: it can wait for the morning. */
function aDistantProposal(personId: string, email: string) {
  const told = aProposal(personId, email);
  const startsAt = "2026-07-16T06:30:00.000Z";
  return { ...told, payload: { ...told.payload, startsAt } };
}

test("what one refused is not even written", async () => {
  const { personId, email } = await aReader();
  await keepChoice(db, personId, "exchanges", { mail: "never", push: false });
  await notify(db, aProposal(personId, email), mondayMorning);
  expect(await rowsOf(personId)).toEqual([]);
});

test("what is told by night waits for the end of quiet hours", async () => {
  const { personId, email } = await restingAtNight();
  await notify(db, aDistantProposal(personId, email), lateEvening);
  const [row] = await rowsOf(personId);
  expect(row?.holdUntil).toEqual(seven);
  expect(await runAtOf(row?.id ?? "")).toEqual(seven);
});

test("a cancellation of tomorrow passes quiet hours, one of next month waits", async () => {
  const cancelled = { kind: "booking-cancelled" as const, locale: "fr" };
  const tomorrow = await restingAtNight();
  await notify(db, { ...cancelled, ...tomorrow, payload: aBookingPayload() }, lateEvening);
  expect((await rowsOf(tomorrow.personId))[0]?.holdUntil).toBeNull();
  const later = await restingAtNight();
  const payload = aBookingPayload({ startsAt: "2026-07-16T06:30:00.000Z" });
  await notify(db, { ...cancelled, ...later, payload }, lateEvening);
  expect((await rowsOf(later.personId))[0]?.holdUntil).toEqual(seven);
});

test("the same thing is told once, even at once", async () => {
  const { personId, email } = await aReader();
  const told = { ...aProposal(personId, email), onceKey: `essai ${personId}` };
  const tell = () => db.$transaction((tx) => notify(tx, told, mondayMorning));
  await Promise.all([tell(), tell(), tell()]);
  expect(await rowsOf(personId)).toHaveLength(1);
});

test("without a key, what is told three times is three things", async () => {
  const { personId, email } = await aReader();
  const tell = () => db.$transaction((tx) => notify(tx, aProposal(personId, email), mondayMorning));
  await Promise.all([tell(), tell(), tell()]);
  expect(await rowsOf(personId)).toHaveLength(3);
});

test("whoever refuses while it waits is not told, and could be told again", async () => {
  const { personId, email } = await restingAtNight();
  const told = { ...aDistantProposal(personId, email), onceKey: `essai ${personId}` };
  await notify(db, told, lateEvening);
  const [row] = await rowsOf(personId);
  await keepChoice(db, personId, "exchanges", { mail: "never", push: false });
  await deliverNotification(worker, { notificationId: row?.id ?? "" }, seven);
  expect(await db.demoMail.count({ where: { to: email } })).toBe(0);
  expect(await rowsOf(personId)).toEqual([]);
  await keepChoice(db, personId, "exchanges", { mail: "now", push: false });
  await notify(db, told, seven);
  expect(await rowsOf(personId)).toHaveLength(1);
});

test("what is no longer true when it is sent is not", async () => {
  const { personId, email } = await aReader();
  await notify(db, aProposal(personId, email), mondayMorning);
  const notificationId = (await rowsOf(personId))[0]?.id ?? "";
  await deliverNotification(worker, { notificationId }, mondayMorning, async () => null);
  expect(await db.demoMail.count({ where: { to: email } })).toBe(0);
  expect(await rowsOf(personId)).toEqual([]);
});
