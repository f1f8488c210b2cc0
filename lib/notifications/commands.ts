import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { addJob } from "@/lib/infra/jobs";
import { isRefusedForGood, sendMail } from "@/lib/infra/mail";
import { readChoice } from "./choices/queries";
import { decideTelling, type Telling } from "./choices/rules";
import { kindFacts } from "./choices/schema";
import { digestIdOf } from "./digests/queries";
import { asItWasTold, isKnown, payloadToTell, type Recheck } from "./rechecks/queries";
import { mailLocaleOf, peopleNamedIn, renderNotification } from "./rules";
import type { NotificationOf } from "./schema";
import { stopPayload } from "./survey-notices/schema";
import { type MailContent, withWayOut } from "./templates/layout";
import { stopLinksOf } from "./unsubscribing/queries";

/** A mail server may be slow; the row stays locked meanwhile, so nobody else sends it. */
const sending = { maxWait: 10_000, timeout: 60_000 };

/**
 * Puts something to tell in the outbox, in the caller's transaction: rolled back, nothing is sent. Its
 * person's choices decide how: at once, when their quiet hours end, in a digest, pushed, or not at all
 * (no row then). Never waits for a mail server.
 */
export async function notify(
  tx: Tx,
  notification: NotificationOf,
  at: Date = now(),
): Promise<void> {
  const { kind, personId, email, locale, payload, onceKey = null } = notification;
  const { telling, subscriptionIds } = await tellingOf(tx, notification, at);
  const devices = telling.push ? subscriptionIds : [];
  if (telling.mail === "none" && devices.length === 0) return;
  const dueAt = telling.mail === "digest" ? telling.mailAt : null;
  const digestId = personId && dueAt ? digestIdOf(personId, dueAt) : null;
  const [row] = await tx.notification.createManyAndReturn({
    data: {
      ...{ kind, personId, email, locale, payload, onceKey, digestId },
      holdUntil: telling.mailAt,
      // Pushed only: its mail is not to be sent.
      deliveredAt: telling.mail === "none" ? at : null,
    },
    skipDuplicates: true,
    select: { id: true },
  });
  if (row) await enqueue(tx, row.id, telling, { digestId, devices });
}

type Ways = { digestId: string | null; devices: string[] };

async function enqueue(
  tx: Tx,
  notificationId: string,
  { mail, mailAt, pushAt }: Telling,
  { digestId, devices }: Ways,
): Promise<void> {
  const runAt = mailAt ? { runAt: mailAt } : {};
  if (digestId)
    await addJob(tx, "send_digest", { digestId }, { ...runAt, key: `digest ${digestId}` });
  if (mail === "alone") await addJob(tx, "deliver_notification", { notificationId }, runAt);
  for (const subscriptionId of devices) {
    const held = pushAt ? { runAt: pushAt } : {};
    const pushed = { notificationId, subscriptionId };
    await addJob(tx, "deliver_push", pushed, { ...held, maxAttempts: 5 });
  }
}

const atOnce: Telling = { mail: "alone", mailAt: null, push: false, pushAt: null };

const urgent = z.object({
  startsAt: z.coerce.date().optional().catch(undefined),
  offerUntil: z.coerce.date().optional().catch(undefined),
});

/** What no choice can change is decided without reading any. */
async function tellingOf(
  tx: Tx,
  { kind, personId, payload }: NotificationOf,
  at: Date,
): Promise<{ telling: Telling; subscriptionIds: string[] }> {
  const facts = kindFacts[kind];
  const isFixed = facts.category === "essential" && facts.quiet === "passes";
  if (!personId || isFixed) return { telling: atOnce, subscriptionIds: [] };
  const { subscriptionIds, ...chosen } = await readChoice(tx, personId, facts.category);
  const { startsAt, offerUntil: deadline } = urgent.parse(payload);
  return { telling: decideTelling(facts, chosen, { startsAt, deadline }, at), subscriptionIds };
}

/**
 * Sends one mail of the outbox, if it is still true and still wanted. Idempotent: delivered already, or in
 * the hands of another worker, it does nothing. Throws when the mail server fails, so that the job is tried
 * again; not when the server refuses the address for good. Run by the system only.
 */
export async function deliverNotification(
  actor: Actor,
  { notificationId }: { notificationId: string },
  at: Date = now(),
  recheck: Recheck = asItWasTold,
): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  try {
    await db.$transaction((tx) => deliverLocked(tx, notificationId, at, recheck), sending);
  } catch (error) {
    const refused = isRefusedForGood(error);
    await db.notification.update({
      where: { id: notificationId },
      data: { lastError: messageOf(error), ...(refused ? { failedAt: at } : {}) },
    });
    if (!refused) throw error;
    await forgetPayload(db, [notificationId]);
  }
}

async function deliverLocked(tx: Tx, id: string, at: Date, recheck: Recheck): Promise<void> {
  const locked = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM notifications
    WHERE id = ${id}::uuid AND delivered_at IS NULL AND failed_at IS NULL AND digest_id IS NULL
    FOR UPDATE SKIP LOCKED`);
  if (locked.length === 0) return;
  const notification = await tx.notification.findUniqueOrThrow({ where: { id } });
  const payload = await payloadToTell(tx, notification, at, recheck);
  // Told by nothing, as if it had never been written: were it true again, it would be told then.
  if (payload === null) return void (await tx.notification.delete({ where: { id } }));
  const { content, unsubscribe } = withStop(
    notification,
    renderNotification({ ...notification, payload }),
  );
  const host = new URL(env().NEXTAUTH_URL).hostname;
  const messageId = `<${notification.id}@${host}>`;
  const named = peopleNamedIn(payload);
  await sendMail(tx, { messageId, to: notification.email, unsubscribe, named, ...content });
  await tx.notification.update({ where: { id }, data: { deliveredAt: at, lastError: null } });
  await forgetPayload(tx, [id]);
}

type Sent = { kind: string; personId: string | null; locale: string; payload: unknown };

/** A mail one can do without says how, to its reader and to the mailbox. */
function withStop({ kind, personId, locale, payload }: Sent, content: MailContent) {
  const own = personId === null ? stopPayload.safeParse(payload).data?.stop : undefined;
  if (own) {
    const told = withWayOut(content, mailLocaleOf(locale), { page: own.page });
    return { content: told, unsubscribe: own.oneClick };
  }
  const category = isKnown(kind) ? kindFacts[kind].category : "essential";
  if (!personId || category === "essential") return { content, unsubscribe: undefined };
  const { oneClick, page } = stopLinksOf({ personId, topic: category });
  const settings = `${env().NEXTAUTH_URL}/mon-espace/notifications`;
  const told = withWayOut(content, mailLocaleOf(locale), { page, settings });
  return { content: told, unsubscribe: oneClick };
}

/** Kinds whose payload nobody needs once it is in the mailbox, or can never be: a code, the names of others. */
const forgotten: NotificationOf["kind"][] = [
  "sign-in-code",
  "message-received",
  "co-presence",
  "thanks-received",
];

/** Empties what has no business in the database any more; no check, for deliveries. */
export async function forgetPayload(tx: Tx, ids: string[]): Promise<void> {
  await tx.notification.updateMany({
    where: { id: { in: ids }, kind: { in: forgotten } },
    data: { payload: {} },
  });
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
