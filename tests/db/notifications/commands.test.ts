import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { deliverNotification, notify } from "@/lib/notifications/commands";
import { anActor } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { aBookingPayload, aNotification } from "@/tests/support/notifications";

const anEmail = () => `${randomUUID()}@exemple.test`;

const deliver = (notificationId: string) =>
  deliverNotification(systemActor("worker"), { notificationId }, mondayMorning);

async function jobsFor(notificationId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker._private_jobs
    WHERE payload->>'notificationId' = ${notificationId}`;
  return Number(row?.count);
}

const confirmation = (email: string) => ({
  kind: "booking-confirmed" as const,
  personId: null,
  email,
  locale: "fr",
  payload: aBookingPayload(),
});

test("a mail is put in the outbox with the job that will send it", async () => {
  const id = await aNotification();
  expect(await jobsFor(id)).toBe(1);
  expect(await db.notification.findUnique({ where: { id } })).toMatchObject({
    kind: "booking-confirmed",
    deliveredAt: null,
    failedAt: null,
  });
});

test("what did not happen is told to nobody: neither mail nor job", async () => {
  const email = anEmail();
  let id = "";
  const change = db.$transaction(async (tx) => {
    await notify(tx, confirmation(email));
    id = (await tx.notification.findFirstOrThrow({ where: { email } })).id;
    throw new Error("given up");
  });
  await expect(change).rejects.toThrow("given up");
  expect(await db.notification.count({ where: { email } })).toBe(0);
  expect(id).not.toBe("");
  expect(await jobsFor(id)).toBe(0);
});

test("in demonstration mode a mail is kept on a page, with its calendar entry", async () => {
  const email = anEmail();
  const id = await aNotification({ email });
  await deliver(id);
  const mails = await db.demoMail.findMany({ where: { to: email } });
  expect(mails).toMatchObject([
    {
      subject: "Votre place à Luzech est réservée",
      text: expect.stringContaining("mardi 16 juin 2026"),
      attachments: [
        { filename: "reservation.ics", content: expect.stringContaining("BEGIN:VCALENDAR") },
      ],
    },
  ]);
  expect(await db.notification.findUnique({ where: { id } })).toMatchObject({
    deliveredAt: mondayMorning,
    lastError: null,
  });
});

test("delivering many times, even at once, keeps one mail", async () => {
  const email = anEmail();
  const id = await aNotification({ email });
  await Promise.all(Array.from({ length: 5 }, () => deliver(id)));
  await deliver(id);
  expect(await db.demoMail.count({ where: { to: email } })).toBe(1);
});

test("a mail nobody can write is noted and reported, and sends nothing", async () => {
  const email = anEmail();
  const id = await aNotification({ email });
  await db.notification.update({ where: { id }, data: { kind: "unheard-of" } });
  await expect(deliver(id)).rejects.toThrow("no template for unheard-of");
  expect(await db.notification.findUnique({ where: { id } })).toMatchObject({
    deliveredAt: null,
    lastError: "no template for unheard-of",
  });
  expect(await db.demoMail.count({ where: { to: email } })).toBe(0);
});

test("a mail of the outbox that is gone is nothing to send", async () => {
  await expect(deliver(randomUUID())).resolves.toBeUndefined();
});

test("nobody but the platform itself sends the mails of the outbox", async () => {
  const email = anEmail();
  const notificationId = await aNotification({ email });
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  for (const actor of [anonymous, admin]) {
    await expect(deliverNotification(actor, { notificationId }, mondayMorning)).rejects.toThrow(
      Forbidden,
    );
  }
  expect(await db.demoMail.count({ where: { to: email } })).toBe(0);
});
