import { expect, test } from "vitest";
import { coPresenceNotice, tellCoPresences } from "@/lib/bookings/co-presences/commands";
import { listCoPresences } from "@/lib/bookings/co-presences/queries";
import { systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { deliverNotification } from "@/lib/notifications/commands";
import { mondayMorning } from "@/tests/support/factories";
import { aBookkeeperAndASeeker } from "@/tests/support/helping";

const worker = systemActor("worker");
const toldTo = (personId: string) =>
  db.notification.findMany({ where: { personId, kind: "co-presence" } });

test("somebody who looks for help is told who, what, where and when", async () => {
  const { seeker, space } = await aBookkeeperAndASeeker();
  await tellCoPresences(worker, mondayMorning);
  const [told, ...others] = await toldTo(seeker.personId);
  expect(others).toEqual([]);
  await deliverNotification(worker, { notificationId: told?.id ?? "" }, mondayMorning);
  const mail = await db.demoMail.findFirst({ where: { to: seeker.actor.email ?? "" } });
  expect(mail?.subject).toBe(`Quelqu’un peut vous aider à ${space.name}`);
  expect(mail?.text).toContain("Jeanne Miquel");
  expect(mail?.text).toContain("mardi 16 juin 2026");
  expect(mail?.text).toContain("/desabonnement");
});

test("the name of the other leaves the outbox once it is sent", async () => {
  const { seeker } = await aBookkeeperAndASeeker();
  await tellCoPresences(worker, mondayMorning);
  const [told] = await toldTo(seeker.personId);
  await deliverNotification(worker, { notificationId: told?.id ?? "" }, mondayMorning);
  expect((await toldTo(seeker.personId))[0]?.payload).toEqual({});
});

test("once told is told: every night, and by two workers at once", async () => {
  const { seeker } = await aBookkeeperAndASeeker();
  await Promise.all([
    tellCoPresences(worker, mondayMorning),
    tellCoPresences(worker, mondayMorning),
  ]);
  await tellCoPresences(worker, new Date(mondayMorning.getTime() + 3_600_000));
  expect(await toldTo(seeker.personId)).toHaveLength(1);
  // Without what was noted, it would be told again: the note is what keeps it to once.
  await db.coPresenceNotice.deleteMany({ where: { personId: seeker.personId } });
  await tellCoPresences(worker, mondayMorning);
  expect(await toldTo(seeker.personId)).toHaveLength(2);
});

test("what a mail says of a meeting is what the page says", async () => {
  const { seeker, helper } = await aBookkeeperAndASeeker();
  const { matches, url } = coPresenceNotice(await listCoPresences(seeker.actor, mondayMorning));
  expect(matches).toMatchObject([{ otherId: helper.personId, need: "Cherche comptable" }]);
  expect(new URL(url).pathname).toBe("/mon-espace/rencontres");
});

test("nobody but the platform itself tells", async () => {
  const { seeker } = await aBookkeeperAndASeeker();
  await expect(tellCoPresences(seeker.actor, mondayMorning)).rejects.toThrow(Forbidden);
  expect(await toldTo(seeker.personId)).toEqual([]);
});
