import { expect, test } from "vitest";
import { recheckBookings } from "@/lib/bookings/rechecks/queries";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { recheckMessages } from "@/lib/members/rechecks/queries";
import { keepChoice } from "@/lib/notifications/choices/commands";
import { sendDigest } from "@/lib/notifications/digests/commands";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { aConversation, aListedMember, block } from "@/tests/support/mutual-help";

const at = mondayMorning;

/** Somebody who reads messages in a daily digest, and two who write to them. */
async function aDigestOfTwo() {
  const [one, other, reader] = [await aMember(), await aMember(), await aListedMember()];
  await keepChoice(db, reader.personId, "messages", { mail: "daily", push: false });
  for (const sender of [one, other]) await aConversation(sender, reader, "Menace");
  const { digestId } = await db.notification.findFirstOrThrow({
    where: { personId: reader.personId },
  });
  return { one, other, reader, digestId: digestId ?? "" };
}

const mailsTo = ({ email }: PersonActor) => db.demoMail.findMany({ where: { to: email ?? "" } });

test("a message waiting for its digest is not sent when its sender was blocked meanwhile, by either", async () => {
  for (const byReader of [true, false]) {
    const { one, reader, digestId } = await aDigestOfTwo();
    const [blocker, blocked] = byReader ? [reader, one] : [one, reader];
    await block(blocker.personId, blocked.personId);
    await sendDigest(systemActor("worker"), { digestId }, at, recheckBookings);
    expect((await mailsTo(reader)).map(({ subject }) => subject)).toEqual([
      "Une nouvelle de votre réseau",
    ]);
    expect(await db.notification.count({ where: { digestId } })).toBe(1);
  }
});

test("nor is one whose sender erased it with their account; the others are", async () => {
  const { one, reader, digestId } = await aDigestOfTwo();
  await db.conversationMessage.deleteMany({ where: { senderId: one.personId } });
  await sendDigest(systemActor("worker"), { digestId }, at, recheckBookings);
  expect(await mailsTo(reader)).toHaveLength(1);
  expect(await db.notification.count({ where: { digestId } })).toBe(1);
});

test("a message already told, and any other mail, is as it was told", async () => {
  const { personId } = await aMember();
  for (const kind of ["message-received", "booking-confirmed"]) {
    const payload = {};
    expect(await recheckMessages(db, { kind, personId, payload }, at)).toBe(payload);
  }
});
