import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { derivedKeys, vapidKeys } from "@/lib/infra/web-push";
import { keepChoice } from "@/lib/notifications/choices/commands";
import { notify } from "@/lib/notifications/commands";
import { deliverPush, subscribe, unsubscribeDevices } from "@/lib/notifications/push/commands";
import { mostDevices } from "@/lib/notifications/push/schema";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { aDevice, aProposal } from "@/tests/support/notifications";
import { aBrowser, senderOf, startPushService } from "@/tests/support/push-service";

let service: Awaited<ReturnType<typeof startPushService>>;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

const worker = systemActor("worker");

/** Somebody with a browser, told of one thing. */
async function toldTo(mail: "now" | "never") {
  const { personId } = await aMember();
  const browser = aBrowser();
  const { publicKey, secret } = browser;
  const endpoint = `${service.url}/${randomUUID()}`;
  const device = await aDevice(personId, { endpoint, publicKey, secret });
  await keepChoice(db, personId, "exchanges", { mail, push: true });
  await notify(db, aProposal(personId, `${randomUUID()}@exemple.test`), mondayMorning);
  const told = await db.notification.findFirstOrThrow({ where: { personId } });
  const ids = { notificationId: told.id, subscriptionId: device.id };
  const received = () => service.received.filter(({ path }) => endpoint.endsWith(path));
  return { personId, browser, device, ids, told, received };
}

const jobsOf = (notificationId: string) => db.$queryRaw<{ task: string }[]>`
  SELECT t.identifier AS task FROM graphile_worker._private_jobs j
  JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE j.payload->>'notificationId' = ${notificationId} ORDER BY t.identifier`;

test("a browser reads what it is about and a page, nothing of whom nor where", async () => {
  const { browser, ids, received } = await toldTo("now");
  await deliverPush(worker, ids, mondayMorning);
  const [message] = received();
  if (!message) throw new Error("nothing was received");
  expect(JSON.parse(browser.read(message.body))).toEqual({
    title: "Un échange vous est proposé",
    url: "/mon-espace",
  });
  expect(message.headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "43200" });
  expect(senderOf(message)).toMatchObject({
    aud: service.url,
    sub: "mailto:cowloting@gmail.com",
  });
});

test("another browser reads nothing of it", async () => {
  const { ids, received } = await toldTo("now");
  await deliverPush(worker, ids, mondayMorning);
  const [message] = received();
  expect(() => aBrowser().read(message?.body ?? Buffer.alloc(0))).toThrow();
});

test("mail and push are two jobs; who wants no mail has the push alone", async () => {
  const both = await toldTo("now");
  expect((await jobsOf(both.told.id)).map(({ task }) => task)).toEqual([
    "deliver_notification",
    "deliver_push",
  ]);
  const pushed = await toldTo("never");
  expect((await jobsOf(pushed.told.id)).map(({ task }) => task)).toEqual(["deliver_push"]);
});

test("a browser that is gone is noted, and asked no more", async () => {
  const { ids, device, received } = await toldTo("now");
  service.state.status = 410;
  await deliverPush(worker, ids, mondayMorning);
  service.state.status = 201;
  const noted = await db.pushSubscription.findUnique({ where: { id: device.id } });
  expect(noted?.goneAt).toEqual(mondayMorning);
  await deliverPush(worker, ids, mondayMorning);
  expect(received()).toHaveLength(1);
});

test("a push service away for now is tried again, under the same topic", async () => {
  const { ids, received } = await toldTo("now");
  service.state.status = 503;
  await expect(deliverPush(worker, ids, mondayMorning)).rejects.toThrow("away");
  service.state.status = 201;
  await deliverPush(worker, ids, mondayMorning);
  const topics = received().map(({ headers }) => headers["topic"]);
  expect(topics).toHaveLength(2);
  expect(new Set(topics).size).toBe(1);
});

test("nothing is pushed of what is no longer true, nor to whom a browser no longer belongs", async () => {
  const { ids, device, received } = await toldTo("now");
  await deliverPush(worker, ids, mondayMorning, async () => null);
  const { personId } = await aMember();
  await db.pushSubscription.update({ where: { id: device.id }, data: { personId } });
  await deliverPush(worker, ids, mondayMorning);
  expect(received()).toEqual([]);
});

test("an address within the network of the server is never reached", async () => {
  const { ids, device } = await toldTo("now");
  const { publicKey, secret } = aBrowser();
  await db.pushSubscription.update({
    where: { id: device.id },
    data: { endpoint: `https://10.0.0.1/${randomUUID()}`, publicKey, secret },
  });
  await expect(deliverPush(worker, ids, mondayMorning)).resolves.toBeUndefined();
});

test("nobody but the platform itself pushes", async () => {
  const { ids, received } = await toldTo("now");
  await expect(deliverPush(await aMember(), ids, mondayMorning)).rejects.toThrow(Forbidden);
  expect(received()).toEqual([]);
});

const keysOf = () => {
  const { publicKey: p256dh, secret: auth } = aBrowser();
  return { endpoint: `https://push.example/${randomUUID()}`, p256dh, auth };
};

test("a browser asked twice is one, and is whoever's signed in last", async () => {
  const [first, second] = [await aMember(), await aMember()];
  const given = keysOf();
  await subscribe(first, given, mondayMorning);
  await subscribe(second, given, mondayMorning);
  const rows = await db.pushSubscription.findMany({ where: { endpoint: given.endpoint } });
  expect(rows).toMatchObject([{ personId: second.personId }]);
});

test("the oldest browser of too many goes", async () => {
  const actor = await aMember();
  for (let turn = 0; turn <= mostDevices; turn++) {
    await subscribe(actor, keysOf(), new Date(mondayMorning.getTime() + turn * 1000));
  }
  const rows = await db.pushSubscription.findMany({ where: { personId: actor.personId } });
  expect(rows).toHaveLength(mostDevices);
  expect(rows.some(({ createdAt }) => createdAt.getTime() === mondayMorning.getTime())).toBe(false);
});

test("one's browsers are told no more, nobody else's", async () => {
  const [actor, other] = [await aMember(), await aMember()];
  await subscribe(actor, keysOf(), mondayMorning);
  await subscribe(other, keysOf(), mondayMorning);
  expect(await unsubscribeDevices(actor)).toMatchObject({ value: { count: 1 } });
  expect(await db.pushSubscription.count({ where: { personId: other.personId } })).toBe(1);
});

test("a visitor has no browsers", async () => {
  await expect(subscribe(anonymous, keysOf())).rejects.toThrow(Unauthenticated);
  await expect(unsubscribeDevices(anonymous)).rejects.toThrow(Unauthenticated);
});

test("the installation is the same sender after every restart, and another one is another", () => {
  const secret = "tests-only-secret-of-at-least-32-characters";
  expect(derivedKeys(secret)).toEqual(derivedKeys(secret));
  expect(derivedKeys(`${secret}!`)).not.toEqual(derivedKeys(secret));
  expect(Buffer.from(vapidKeys().publicKey, "base64url")).toHaveLength(65);
});
