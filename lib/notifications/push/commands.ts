import { createHash } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { Forbidden, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";
import { type Post, sendPush } from "@/lib/infra/web-push";
import { kindFacts } from "../choices/schema";
import { asItWasTold, isKnown, type Recheck } from "../rechecks/queries";
import { mailLocaleOf } from "../rules";
import { decidePush, isPushAddress, pushMessage } from "./rules";
import { mostDevices, type PushRefusal, type SubscribeInput } from "./schema";

/**
 * Pushes to this browser from now on; the same browser twice is one, and is whoever's signed in last. The
 * oldest of more than ten goes. Refuses `address_refused`.
 */
export async function subscribe(
  actor: Actor,
  { endpoint, p256dh, auth }: SubscribeInput,
  at: Date = now(),
): Promise<Result<{ id: string }, PushRefusal>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  if (!isPushAddress(endpoint, env().DEMO)) return refuse("address_refused");
  const { personId } = actor;
  return inTransaction<{ id: string }, PushRefusal>(async (tx) => {
    await lockAlone(tx, `devices of ${personId}`);
    const device = { personId, publicKey: p256dh, secret: auth, createdAt: at, goneAt: null };
    const { id } = await tx.pushSubscription.upsert({
      where: { endpoint },
      create: { endpoint, ...device },
      update: device,
      select: { id: true },
    });
    const kept = await tx.pushSubscription.findMany({
      where: { personId, goneAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: mostDevices,
      select: { id: true },
    });
    const ids = kept.map((each) => each.id);
    await tx.pushSubscription.deleteMany({ where: { personId, id: { notIn: ids } } });
    return ok({ id });
  });
}

/** Pushes to no browser of the actor any more; twice is the same as once. */
export async function unsubscribeDevices(actor: Actor): Promise<Result<{ count: number }, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { count } = await db.pushSubscription.deleteMany({ where: { personId: actor.personId } });
  return ok({ count });
}

/**
 * Pushes one thing told to one browser, if it is still true. Run twice, the second replaces the first (one
 * topic). A browser that is gone is noted and asked no more. Throws when its service is away, so that the
 * job tries again. Run by the system only.
 */
export async function deliverPush(
  actor: Actor,
  { notificationId, subscriptionId }: { notificationId: string; subscriptionId: string },
  at: Date = now(),
  recheck: Recheck = asItWasTold,
  post?: Post,
): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const [told, device] = await Promise.all([
    db.notification.findUnique({ where: { id: notificationId } }),
    db.pushSubscription.findUnique({ where: { id: subscriptionId } }),
  ]);
  // Withdrawn, or the browser has changed hands: nobody is told.
  if (!told || !device || device.goneAt || device.personId !== told.personId) return;
  if (!isKnown(told.kind)) return;
  const { category } = kindFacts[told.kind];
  if (category === "essential") return;
  if ((await db.$transaction((tx) => recheck(tx, told, at))) === null) return;
  const topic = createHash("sha256").update(notificationId).digest("base64url").slice(0, 32);
  const message = pushMessage(category, mailLocaleOf(told.locale));
  const answer = await sendPush(device, message, topic, ...(post ? [post] : []));
  const outcome = decidePush(answer);
  if (outcome === "gone") {
    await db.pushSubscription.update({ where: { id: subscriptionId }, data: { goneAt: at } });
  }
  if (outcome === "again") throw new Error("the push service is away");
}
