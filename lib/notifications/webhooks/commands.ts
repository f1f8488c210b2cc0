import { createHmac, randomBytes } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { addJob } from "@/lib/infra/jobs";
import { lockAlone } from "@/lib/infra/locks";
import { type PostAnswer, safePost } from "@/lib/infra/safe-fetch";
import { canHearOf, canManageWebhook } from "./policy";
import {
  decideWebhookAddress,
  isGivenUp,
  messageOf,
  secondsOf,
  secretPrefix,
  signedContent,
} from "./rules";
import {
  type CreateWebhookInput,
  type DeliveryIdInput,
  mostWebhooks,
  type WebhookIdInput,
  type WebhookRefusal,
} from "./schema";

export type WebhookMade = { id: string; secret: string };

/** An address to tell of bookings; its secret is said here and never again. Refuses every WebhookRefusal. */
export async function createWebhook(
  actor: Actor,
  input: CreateWebhookInput,
  at: Date = now(),
): Promise<Result<WebhookMade, WebhookRefusal>> {
  const spaceId = input.lieu ?? null;
  if (!canHearOf(actor, spaceId)) throw new NotFound();
  const refusal = decideWebhookAddress(input.adresse, env().DEMO);
  if (refusal) return refuse(refusal);
  const { personId } = actor;
  return inTransaction<WebhookMade, WebhookRefusal>(async (tx) => {
    await lockAlone(tx, `webhooks of ${personId}`);
    const held = await tx.webhook.count({ where: { createdBy: personId, removedAt: null } });
    if (held >= mostWebhooks) return refuse("too_many_webhooks");
    const secret = `${secretPrefix}${randomBytes(32).toString("base64")}`;
    const { id } = await tx.webhook.create({
      data: {
        ...(spaceId === null ? { personId } : { spaceId }),
        url: input.adresse,
        secret,
        kinds: input.evenements,
        createdBy: personId,
        createdAt: at,
      },
      select: { id: true },
    });
    return ok({ id, secret });
  });
}

/** Tells that address nothing more; twice is the same as once. */
export async function removeWebhook(
  actor: Actor,
  { webhookId }: WebhookIdInput,
  at: Date = now(),
): Promise<Result<{ id: string }, never>> {
  const webhook = await db.webhook.findUnique({
    where: { id: webhookId },
    select: { personId: true, spaceId: true },
  });
  if (!webhook || !canManageWebhook(actor, webhook)) throw new NotFound();
  await db.webhook.updateMany({
    where: { id: webhookId, removedAt: null },
    data: { removedAt: at },
  });
  return ok({ id: webhookId });
}

/** Sends a message again that was given up, with the same identifier; NotFound for any other. */
export async function resendDelivery(
  actor: Actor,
  { deliveryId }: DeliveryIdInput,
): Promise<Result<{ id: string }, never>> {
  return inTransaction<{ id: string }, never>(async (tx) => {
    const delivery = await tx.webhookDelivery.findFirst({
      where: { id: deliveryId, failedAt: { not: null }, webhook: { removedAt: null } },
      select: { webhook: { select: { personId: true, spaceId: true } } },
    });
    if (!delivery || !canManageWebhook(actor, delivery.webhook)) throw new NotFound();
    await tx.webhookDelivery.update({
      where: { id: deliveryId },
      data: { failedAt: null, attempts: 0 },
    });
    await addJob(tx, "deliver_webhook", { deliveryId });
    return ok({ id: deliveryId });
  });
}

/** How the address is reached; only tests give another way. */
export type Post = typeof safePost;

/** A listener may be slow; the row stays locked meanwhile, so nobody else tells it. */
const telling = { maxWait: 10_000, timeout: 30_000 };

/**
 * Tells one message, signed (Standard Webhooks), with the same identifier at every try. Idempotent:
 * told already, or in the hands of another worker, it does nothing. Throws when it is not received, so
 * that the job tries again; after the last try, or at 410, it is given up and shown to its owner. Run
 * by the system only.
 */
export async function deliverWebhook(
  actor: Actor,
  { deliveryId, isLast }: DeliveryIdInput & { isLast: boolean },
  post: Post = safePost,
  at: Date = now(),
): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const outcome = await db.$transaction((tx) => tell(tx, deliveryId, post, at), telling);
  if (!outcome) return;
  const { status, problem } = outcome;
  const isReceived = problem === null;
  const givenUp = !isReceived && isGivenUp(status, isLast);
  await db.webhookDelivery.update({
    where: { id: deliveryId },
    data: {
      attempts: { increment: 1 },
      lastStatus: status,
      lastError: problem,
      ...(isReceived ? { deliveredAt: at } : {}),
      ...(givenUp ? { failedAt: at } : {}),
    },
  });
  if (!isReceived && !givenUp) throw new Error(`webhook not received: ${problem}`);
}

type Outcome = { status: number | null; problem: string | null };

async function tell(tx: Tx, deliveryId: string, post: Post, at: Date): Promise<Outcome | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM webhook_deliveries
    WHERE id = ${deliveryId}::uuid AND delivered_at IS NULL AND failed_at IS NULL
    FOR UPDATE SKIP LOCKED`);
  if (locked.length === 0) return null;
  const delivery = await tx.webhookDelivery.findUniqueOrThrow({
    where: { id: deliveryId },
    select: {
      eventId: true,
      kind: true,
      payload: true,
      createdAt: true,
      webhook: { select: { url: true, secret: true, removedAt: true } },
    },
  });
  const { webhook } = delivery;
  if (webhook.removedAt) return { status: 410, problem: "removed" };
  const body = messageOf(delivery);
  const headers = {
    "content-type": "application/json",
    "webhook-id": delivery.eventId,
    "webhook-timestamp": String(secondsOf(at)),
    "webhook-signature": `v1,${signatureOf(webhook.secret, signedContent(delivery.eventId, at, body))}`,
  };
  return outcomeOf(await post(webhook.url, { headers, body, allowLoopback: env().DEMO }));
}

function outcomeOf(answer: PostAnswer): Outcome {
  if (!answer.ok) return { status: null, problem: answer.refusal };
  const { status } = answer.value;
  return { status, problem: status >= 200 && status < 300 ? null : `status ${status}` };
}

function signatureOf(secret: string, content: string): string {
  const key = Buffer.from(secret.slice(secretPrefix.length), "base64");
  return createHmac("sha256", key).update(content).digest("base64");
}
