import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { addJob } from "@/lib/infra/jobs";
import { isRefusedForGood, sendMail } from "@/lib/infra/mail";
import { renderNotification } from "./rules";
import type { NotificationOf } from "./schema";

/** A mail server may be slow; the row stays locked meanwhile, so nobody else sends it. */
const sending = { maxWait: 10_000, timeout: 60_000 };

/**
 * Puts a mail in the outbox and enqueues its delivery, in the caller's transaction: rolled back,
 * nothing is sent. Never waits for a mail server.
 */
export async function notify(tx: Tx, notification: NotificationOf): Promise<void> {
  const { kind, personId, email, locale, payload } = notification;
  const { id } = await tx.notification.create({
    data: { kind, personId, email, locale, payload },
    select: { id: true },
  });
  await addJob(tx, "deliver_notification", { notificationId: id });
}

/**
 * Sends one mail of the outbox. Idempotent: delivered already, or in the hands of another worker, it
 * does nothing. Throws when the mail server fails, so that the job is tried again; not when the
 * server refuses the address for good. Run by the system only.
 */
export async function deliverNotification(
  actor: Actor,
  { notificationId }: { notificationId: string },
  at: Date = now(),
): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  try {
    await db.$transaction((tx) => deliverLocked(tx, notificationId, at), sending);
  } catch (error) {
    const refused = isRefusedForGood(error);
    await db.notification.update({
      where: { id: notificationId },
      data: { lastError: messageOf(error), ...(refused ? { failedAt: at } : {}) },
    });
    if (!refused) throw error;
    await forgetCode(db, notificationId);
  }
}

async function deliverLocked(tx: Tx, notificationId: string, at: Date): Promise<void> {
  const locked = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM notifications
    WHERE id = ${notificationId}::uuid AND delivered_at IS NULL AND failed_at IS NULL
    FOR UPDATE SKIP LOCKED`);
  if (locked.length === 0) return;
  const notification = await tx.notification.findUniqueOrThrow({ where: { id: notificationId } });
  const content = renderNotification(notification);
  const host = new URL(env().NEXTAUTH_URL).hostname;
  await sendMail(tx, {
    messageId: `<${notification.id}@${host}>`,
    to: notification.email,
    ...content,
  });
  await tx.notification.update({
    where: { id: notificationId },
    data: { deliveredAt: at, lastError: null },
  });
  await forgetCode(tx, notificationId);
}

/** A code has no business in the database once it is in the mailbox, or can never be. */
async function forgetCode(tx: Tx, id: string): Promise<void> {
  await tx.notification.updateMany({ where: { id, kind: "sign-in-code" }, data: { payload: {} } });
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
