import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { keepChoice } from "@/lib/notifications/choices/commands";
import { notify } from "@/lib/notifications/commands";
import { sendDigest } from "@/lib/notifications/digests/commands";
import type { Recheck } from "@/lib/notifications/rechecks/queries";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { aRequest } from "@/tests/support/notifications";

/** Half past seven in France the next day. */
const due = new Date("2026-06-16T05:30:00Z");
const worker = systemActor("worker");

/** Somebody whose requests come once a day, and two of them. */
async function aReader() {
  const email = `${randomUUID()}@exemple.test`;
  const { personId } = await aMember();
  await keepChoice(db, personId, "hosting", { mail: "daily", push: false });
  for (const _turn of [1, 2]) await notify(db, aRequest(personId, email), mondayMorning);
  const rows = await db.notification.findMany({ where: { personId } });
  return { email, personId, digestId: rows[0]?.digestId ?? "", rows };
}

const mailsTo = (to: string) => db.demoMail.findMany({ where: { to } });

test("what comes once a day waits for half past seven, one job for all of it", async () => {
  const { rows, digestId } = await aReader();
  expect(rows).toHaveLength(2);
  for (const row of rows)
    expect(row).toMatchObject({ digestId, holdUntil: due, deliveredAt: null });
  const jobs = await db.$queryRaw<{ run_at: Date; task: string }[]>`
    SELECT j.run_at, t.identifier AS task FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.payload->>'digestId' = ${digestId}
       OR j.payload->>'notificationId' = ANY (${rows.map(({ id }) => id)}::text[])`;
  expect(jobs).toEqual([{ run_at: due, task: "send_digest" }]);
});

test("a digest is one mail with everything in it, and how to have no more", async () => {
  const { email, digestId } = await aReader();
  await sendDigest(worker, { digestId }, due);
  const [mail, ...others] = await mailsTo(email);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe("2 nouvelles de votre réseau");
  expect(mail?.text).toContain("/desabonnement?jeton=");
  const left = await db.notification.count({ where: { digestId, deliveredAt: null } });
  expect(left).toBe(0);
});

test("sent twice, or by four workers at once, it is one mail", async () => {
  const { email, digestId } = await aReader();
  await Promise.all(Array.from({ length: 4 }, () => sendDigest(worker, { digestId }, due)));
  await sendDigest(worker, { digestId }, due);
  expect(await mailsTo(email)).toHaveLength(1);
});

test("whoever refused meanwhile receives nothing, and nothing of it is kept", async () => {
  const { email, personId, digestId } = await aReader();
  await keepChoice(db, personId, "hosting", { mail: "never", push: false });
  await sendDigest(worker, { digestId }, due);
  expect(await mailsTo(email)).toEqual([]);
  expect(await db.notification.count({ where: { personId } })).toBe(0);
});

test("what is no longer true is left out, the rest is sent", async () => {
  const { email, digestId, rows } = await aReader();
  let asked = 0;
  const recheck: Recheck = async (_tx, { payload }) => (asked++ === 0 ? null : payload);
  await sendDigest(worker, { digestId }, due, recheck);
  expect((await mailsTo(email))[0]?.subject).toBe("Une nouvelle de votre réseau");
  const kept = await db.notification.count({ where: { id: { in: rows.map(({ id }) => id) } } });
  expect(kept).toBe(1);
});

test("nobody but the platform itself sends a digest", async () => {
  const { email, digestId } = await aReader();
  await expect(sendDigest(await aMember(), { digestId }, due)).rejects.toThrow(Forbidden);
  expect(await mailsTo(email)).toEqual([]);
});
