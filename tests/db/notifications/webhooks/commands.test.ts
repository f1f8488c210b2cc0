import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { safePost } from "@/lib/infra/safe-fetch";
import {
  createWebhook,
  deliverWebhook,
  removeWebhook,
  resendDelivery,
} from "@/lib/notifications/webhooks/commands";
import { mostWebhooks, webhookKinds } from "@/lib/notifications/webhooks/schema";
import { aMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aListener } from "@/tests/support/listener";

const worker = systemActor("worker");
const evenements = [...webhookKinds];

async function aWebhook(actor: PersonActor, adresse: string, lieu?: string) {
  const made = await createWebhook(actor, { adresse, evenements, ...(lieu ? { lieu } : {}) });
  if (!made.ok) throw new Error(made.refusal);
  return made.value;
}

async function aDelivery(webhookId: string): Promise<string> {
  const { id } = await db.webhookDelivery.create({
    data: { webhookId, eventId: randomUUID(), kind: "booking.created", payload: { id: "b" } },
  });
  return id;
}

const deliveryOf = (id: string) => db.webhookDelivery.findUniqueOrThrow({ where: { id } });

test("a booking made and cancelled is told to its member and to its space, signed", async () => {
  const { received, url, close } = await aListener();
  const space = await aSpace();
  const member = await aMember();
  const own = await aWebhook(member, url);
  const ofSpace = await aWebhook(await hostOf(space), url, space.id);
  const wanted = { slug: space.slug, resourceId: space.desks[0]?.id ?? "" };
  const booked = await bookResource(
    member,
    { ...wanted, day: tuesday, part: "morning" },
    mondayMorning,
  );
  if (booked.ok) await cancelBooking(member, { bookingId: booked.value.id }, mondayMorning);
  const deliveries = await db.webhookDelivery.findMany({
    where: { webhookId: { in: [own.id, ofSpace.id] } },
    orderBy: { createdAt: "asc" },
  });
  expect(deliveries.map(({ kind }) => kind).sort()).toEqual([
    ...["booking.cancelled", "booking.cancelled", "booking.created", "booking.created"],
  ]);
  for (const { id } of deliveries) {
    await deliverWebhook(worker, { deliveryId: id, isLast: false }, safePost, new Date());
  }
  expect(received).toHaveLength(4);
  const secrets = new Map([
    [own.id, own.secret],
    [ofSpace.id, ofSpace.secret],
  ]);
  for (const [index, delivery] of deliveries.entries()) {
    const { headers, body } = received[index] ?? { headers: {}, body: "" };
    const given = Object.fromEntries(
      ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => [
        name,
        String(headers[name]),
      ]),
    );
    const verifier = new Webhook(secrets.get(delivery.webhookId) ?? "");
    expect(verifier.verify(body, given)).toMatchObject({ type: delivery.kind });
    expect(given["webhook-id"]).toBe(delivery.eventId);
    expect(() => verifier.verify(body.replace("morning", "day"), given)).toThrow();
  }
  close();
});

test("what is not received is tried again with the same identifier, and sent once when it is", async () => {
  const { received, url, close } = await aListener([500, 302]);
  const { id: webhookId } = await aWebhook(await aMember(), url);
  const deliveryId = await aDelivery(webhookId);
  const deliver = () => deliverWebhook(worker, { deliveryId, isLast: false });
  await expect(deliver()).rejects.toThrow("status 500");
  await expect(deliver()).rejects.toThrow("status 302");
  await deliver();
  await deliver();
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(received).toHaveLength(3);
  expect(await deliveryOf(deliveryId)).toMatchObject({ attempts: 3, lastStatus: 204 });
  close();
});

test("after the last try it is given up, its owner may send it again, nobody else", async () => {
  const { received, url, close } = await aListener([500]);
  const owner = await aMember();
  const { id: webhookId } = await aWebhook(owner, url);
  const deliveryId = await aDelivery(webhookId);
  await deliverWebhook(worker, { deliveryId, isLast: true });
  expect(await deliveryOf(deliveryId)).toMatchObject({ lastError: "status 500" });
  await deliverWebhook(worker, { deliveryId, isLast: true });
  expect(received).toHaveLength(1);
  await expect(resendDelivery(await aMember(), { deliveryId })).rejects.toThrow(NotFound);
  await resendDelivery(owner, { deliveryId });
  await deliverWebhook(worker, { deliveryId, isLast: false });
  expect((await deliveryOf(deliveryId)).deliveredAt).not.toBeNull();
  await expect(resendDelivery(owner, { deliveryId })).rejects.toThrow(NotFound);
  close();
});

test("an address that is gone is given up at once; a removed one is told nothing", async () => {
  const { received, url, close } = await aListener([410]);
  const owner = await aMember();
  const { id: webhookId } = await aWebhook(owner, url);
  const gone = await aDelivery(webhookId);
  await deliverWebhook(worker, { deliveryId: gone, isLast: false });
  expect((await deliveryOf(gone)).failedAt).not.toBeNull();
  await removeWebhook(owner, { webhookId });
  await removeWebhook(owner, { webhookId });
  const late = await aDelivery(webhookId);
  await deliverWebhook(worker, { deliveryId: late, isLast: false });
  expect(received).toHaveLength(1);
  close();
});

test("no private address is reached, whatever name it goes by", async () => {
  const options = { headers: {}, body: "{}" };
  for (const address of [
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://10.0.0.1/",
    "http://[::ffff:7f00:1]/",
  ]) {
    expect(await safePost(address, options), address).toMatchObject({ refusal: "address_private" });
  }
  const resolve = async () => ["93.184.215.14", "127.0.0.1"];
  expect(await safePost("https://exemple.test/", { ...options, resolve })).toMatchObject({
    refusal: "address_private",
  });
});

test("a listener that never answers does not keep the worker", async () => {
  const silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const slow = safePost(url, { headers: {}, body: "{}", allowLoopback: true, timeoutMs: 200 });
  expect(await slow).toMatchObject({ ok: false });
  silent.closeAllConnections();
  silent.close();
});

test("addresses are refused, counted, and their own", async () => {
  const member = await aMember();
  const adresse = "https://exemple.test/crochet";
  expect(await createWebhook(member, { adresse: "nulle part", evenements })).toMatchObject({
    refusal: "address_invalid",
  });
  const space = await aSpace();
  const lieu = space.id;
  await expect(createWebhook(member, { adresse, evenements, lieu })).rejects.toThrow(NotFound);
  const made = await Promise.all(
    Array.from({ length: mostWebhooks + 2 }, () => createWebhook(member, { adresse, evenements })),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(mostWebhooks);
  const [first] = made;
  const webhookId = first?.ok ? first.value.id : "";
  await expect(removeWebhook(await aMember(), { webhookId })).rejects.toThrow(NotFound);
  const delivery = { deliveryId: randomUUID(), isLast: false };
  await expect(deliverWebhook(member, delivery)).rejects.toThrow(Forbidden);
});
