import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { isRefusedForGood, sendMail } from "@/lib/infra/mail";
import { forgetPayload } from "../commands";
import { asItWasTold, payloadToTell, type Recheck } from "../rechecks/queries";
import { mailLocaleOf, peopleNamedIn, renderNotification } from "../rules";
import { type DigestItem, digestMail } from "../templates/digest";
import { withWayOut } from "../templates/layout";
import { stopLinksOf } from "../unsubscribing/queries";

const sending = { maxWait: 10_000, timeout: 60_000 };
const withAddress = z.object({ url: z.url() });

/**
 * Sends what waited for one digest as one mail, the oldest first, without what is no longer true or no
 * longer wanted; nothing at all when nothing is left. Idempotent, whoever runs it twice or at once. Throws
 * when the mail server fails for now. Run by the system only.
 */
export async function sendDigest(
  actor: Actor,
  { digestId }: { digestId: string },
  at: Date = now(),
  recheck: Recheck = asItWasTold,
): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  try {
    await db.$transaction((tx) => sendLocked(tx, digestId, at, recheck), sending);
  } catch (error) {
    const refused = isRefusedForGood(error);
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    await db.notification.updateMany({
      where: { digestId, deliveredAt: null },
      data: { lastError, ...(refused ? { failedAt: at } : {}) },
    });
    if (!refused) throw error;
  }
}

async function sendLocked(tx: Tx, digestId: string, at: Date, recheck: Recheck): Promise<void> {
  // In the hands of another worker, it waits: half a digest would be two mails.
  await tx.$queryRaw(Prisma.sql`
    SELECT id FROM notifications WHERE digest_id = ${digestId}::uuid ORDER BY id FOR UPDATE`);
  const rows = await tx.notification.findMany({
    where: { digestId, deliveredAt: null, failedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const told: typeof rows = [];
  const items: DigestItem[] = [];
  const named: string[] = [];
  for (const row of rows) {
    const payload = await payloadToTell(tx, row, at, recheck);
    if (payload === null) continue;
    told.push(row);
    named.push(...peopleNamedIn(payload));
    const address = withAddress.safeParse(payload);
    const url = address.success ? address.data.url : `${env().NEXTAUTH_URL}/mon-espace`;
    items.push({ subject: renderNotification({ ...row, payload }).subject, url });
  }
  const ids = told.map(({ id }) => id);
  await tx.notification.deleteMany({
    where: { digestId, deliveredAt: null, failedAt: null, id: { notIn: ids } },
  });
  const last = told.at(-1);
  if (!last?.personId) return;
  const { oneClick, page } = stopLinksOf({ personId: last.personId, topic: "digest" });
  const settings = `${env().NEXTAUTH_URL}/mon-espace/notifications`;
  const locale = mailLocaleOf(last.locale);
  const content = withWayOut(digestMail(items, locale), locale, { page, settings });
  const messageId = `<${digestId}@${new URL(env().NEXTAUTH_URL).hostname}>`;
  await sendMail(tx, { messageId, to: last.email, unsubscribe: oneClick, named, ...content });
  await tx.notification.updateMany({
    where: { id: { in: ids } },
    data: { deliveredAt: at, lastError: null },
  });
  await forgetPayload(tx, ids);
}
