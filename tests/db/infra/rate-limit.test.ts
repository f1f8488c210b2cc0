import { createHash, createHmac, randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { purgeExpired } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { networkKeyOf } from "@/lib/infra/network-keys";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { askContact } from "@/lib/surveys/contacts/commands";
import { startDraft } from "@/lib/surveys/drafts/commands";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const today = () => new Date().toISOString().slice(0, 10);
const daysFrom = (at: Date, days: number) => new Date(at.getTime() + days * 86_400_000);

async function keysOf(name: string): Promise<string[]> {
  const rows = await db.rateLimit.findMany({ where: { key: { startsWith: `${name}:` } } });
  return rows.map(({ key }) => key.slice(name.length + 1));
}

/** What somebody who has the table alone, and knows or tries every network, would compute. */
const plain = (text: string) => createHash("sha256").update(text).digest("base64url");
const guesses = (network: string) => [
  plain(network),
  plain(`${today()} ${network}`),
  createHmac("sha256", today()).update(network).digest("base64url"),
];

test("which network began answers, or left an address, is not computed from the day and the network", async () => {
  const network = "192.0.2.0";
  const { slug } = await aCampaign();
  await startDraft(anonymous, { campaign: slug, locale: "fr", network }, whileOpen);
  const email = `${randomUUID()}@exemple.test`;
  const contact = { campaign: slug, email, wishes: ["resultats" as const], locale: "fr" as const };
  await askContact(anonymous, { ...contact, network }, whileOpen);
  for (const name of ["survey-start", "survey-contact"]) {
    const keys = await keysOf(name);
    expect(keys, name).toHaveLength(1);
    for (const guess of guesses(network)) expect(keys, name).not.toContain(guess);
  }
});

test("no key of any limit is the plain hash of what it counts", async () => {
  const [name, key] = [randomUUID(), "192.0.2.0"];
  await secondsToWait({ name, times: 1, seconds: 60 }, key);
  expect(await keysOf(name)).toHaveLength(1);
  expect(await keysOf(name)).not.toContain(plain(key));
  expect(await secondsToWait({ name, times: 1, seconds: 60 }, key)).toBeGreaterThan(0);
});

test("under a secret of the day a network is another one without it, and the same with it", async () => {
  const [name, key] = [randomUUID(), "192.0.2.0"];
  const limit = { name, times: 1, seconds: 60, forgets: "daily" } as const;
  expect(await secondsToWait(limit, key)).toBeNull();
  expect(await secondsToWait(limit, key)).toBeGreaterThan(0);
  const [stored] = await keysOf(name);
  const row = await db.networkKey.findFirstOrThrow({ where: { day: new Date(today()) } });
  const computed = (...parts: Uint8Array[]) => {
    const secret = createHmac("sha256", env().NEXTAUTH_SECRET).update("rate limits");
    for (const part of parts) secret.update(part);
    return createHmac("sha256", secret.digest()).update(key).digest("base64url");
  };
  expect(stored).toBe(computed(row.key));
  expect(stored).not.toBe(computed());
});

test("replicas that begin a day at once count under one key, another every day, and yesterday's is gone", async () => {
  const at = daysFrom(new Date(), 400);
  const replicas = Array.from(
    { length: 4 },
    () => new pg.Pool({ connectionString: env().DATABASE_URL }),
  );
  const forget = () => Reflect.deleteProperty(globalThis, "cowlotingNetworkKey");
  const keys = await Promise.all(
    replicas.map((pool) => {
      forget();
      return networkKeyOf(pool, at);
    }),
  );
  expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
  expect(keys[0]).toHaveLength(32);
  const next = await networkKeyOf(replicas[0] ?? new pg.Pool(), daysFrom(at, 1));
  expect(next).not.toEqual(keys[0]);
  const kept = await db.networkKey.findMany();
  expect(kept.map(({ key }) => Buffer.from(key).toString("hex"))).toEqual([next.toString("hex")]);
  forget();
  await Promise.all(replicas.map((pool) => pool.end()));
});

test("on a day nobody comes, the nightly cleaning deletes the key of the day before", async () => {
  const at = new Date("2027-03-02T03:17:00Z");
  await db.networkKey.createMany({
    data: ["2027-03-01", "2027-03-02"].map((day) => ({
      day: new Date(day),
      key: Buffer.alloc(32, 1),
    })),
  });
  await purgeExpired(systemActor("test"), at);
  const left = await db.networkKey.findMany({ select: { day: true } });
  expect(left).toContainEqual({ day: new Date("2027-03-02") });
  expect(left).not.toContainEqual({ day: new Date("2027-03-01") });
});
