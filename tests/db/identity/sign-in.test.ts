import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import {
  type Asker,
  hashOfToken,
  type SessionOpened,
  signInWithCode,
  signInWithLink,
} from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { aPerson, mondayMorning } from "@/tests/support/factories";
import { aCodeFor, anAsker, anEmail, anotherCode } from "@/tests/support/sign-in";

const refused = { ok: false, refusal: "code_refused" };
const later = (minutes: number, milliseconds = 0) =>
  new Date(mondayMorning.getTime() + minutes * 60_000 + milliseconds);

const type = (asker: Asker, code: string, at = mondayMorning) =>
  signInWithCode(anonymous, { code, asker, locale: "fr" }, at);

async function tryWrongly(asker: Asker, code: string, times: number) {
  for (let turn = 0; turn < times; turn += 1) {
    expect(await type(asker, anotherCode(code))).toEqual(refused);
  }
}

async function signedIn(asker: Asker, code: string): Promise<SessionOpened> {
  const result = await type(asker, code);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

const sessionsOf = (email: string) => db.session.count({ where: { person: { email } } });

test("the first right code makes the account, with its address vouched for", async () => {
  const [email, asker] = [anEmail(), anAsker()];
  const { code } = await aCodeFor(email, asker, mondayMorning);
  await signedIn(asker, code);
  expect(await db.person.findUnique({ where: { email } })).toMatchObject({
    emailVerifiedAt: mondayMorning,
    createdAt: mondayMorning,
    name: null,
  });
});

test("somebody known finds the same account again", async () => {
  const [person, asker] = [await aPerson(), anAsker()];
  const { code } = await aCodeFor(person.email ?? "", asker, mondayMorning);
  await signedIn(asker, code);
  expect(await db.person.findMany({ where: { email: person.email } })).toMatchObject([
    { id: person.id, name: person.name, emailVerifiedAt: mondayMorning },
  ]);
});

test("mails come in the language of the browser that last signed in", async () => {
  const email = anEmail();
  for (const locale of ["en", "fr"] as const) {
    const asker = anAsker();
    const { code } = await aCodeFor(email, asker, mondayMorning);
    await signInWithCode(anonymous, { code, asker, locale }, mondayMorning);
    expect(await db.person.findUnique({ where: { email } })).toMatchObject({ locale });
  }
});

test("a wrong code changes nobody's language", async () => {
  const [person, asker] = [await aPerson(), anAsker()];
  const { code } = await aCodeFor(person.email ?? "", asker, mondayMorning);
  const wrong = { code: anotherCode(code), asker, locale: "en" as const };
  expect(await signInWithCode(anonymous, wrong, mondayMorning)).toEqual(refused);
  expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({ locale: "fr" });
});

test("each sign-in opens a session with its own secret, of which only a hash is kept", async () => {
  const email = anEmail();
  const tokens: string[] = [];
  for (const asker of [anAsker(), anAsker()]) {
    const { code } = await aCodeFor(email, asker, mondayMorning);
    const { token, expiresAt } = await signedIn(asker, code);
    expect(expiresAt).toEqual(later(30 * 24 * 60));
    tokens.push(token);
  }
  expect(new Set(tokens).size).toBe(2);
  const kept = await db.session.findMany({ where: { person: { email } } });
  expect(kept.map((row) => row.tokenHash).sort()).toEqual(tokens.map(hashOfToken).sort());
  for (const token of tokens) expect(JSON.stringify(kept)).not.toContain(token);
});

test("a wrong, an expired, a used and a five times tried code are one and the same refusal", async () => {
  const [wrong, expired, used, tried] = [anAsker(), anAsker(), anAsker(), anAsker()];
  const codeOf = async (asker: Asker) => (await aCodeFor(anEmail(), asker, mondayMorning)).code;
  const usedCode = await codeOf(used);
  await signedIn(used, usedCode);
  const triedCode = await codeOf(tried);
  await tryWrongly(tried, triedCode, 5);
  expect([
    await type(wrong, anotherCode(await codeOf(wrong))),
    await type(expired, await codeOf(expired), later(10)),
    await type(used, usedCode),
    await type(tried, triedCode),
    await type(anAsker(), "123456"),
  ]).toEqual([refused, refused, refused, refused, refused]);
});

test("the fifth try and the last instant are still good", async () => {
  const [tried, late] = [anAsker(), anAsker()];
  const first = await aCodeFor(anEmail(), tried, mondayMorning);
  await tryWrongly(tried, first.code, 4);
  expect(await type(tried, first.code)).toMatchObject({ ok: true });
  const second = await aCodeFor(anEmail(), late, mondayMorning);
  expect(await type(late, second.code, later(10, -1))).toMatchObject({ ok: true });
});

const waitingForALock = async () => {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return Number(row?.count);
};

/** Holds the row of the code until every try stands before it, then lets them all go. */
async function allAtOnce<T>(email: string, tries: (() => Promise<T>)[]): Promise<T[]> {
  const started = await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM sign_in_codes WHERE email = ${email} FOR UPDATE`;
      const running = tries.map((attempt) => attempt());
      while ((await waitingForALock()) < tries.length);
      return { running };
    },
    { timeout: 30_000 },
  );
  return Promise.all(started.running);
}

test("the same code typed five times at the very same moment opens one session", async () => {
  const [email, asker] = [anEmail(), anAsker()];
  const { code } = await aCodeFor(email, asker, mondayMorning);
  const results = await allAtOnce(
    email,
    Array.from({ length: 5 }, () => () => type(asker, code)),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await sessionsOf(email)).toBe(1);
});

test("tries sent all at once are counted one by one", async () => {
  const [email, asker] = [anEmail(), anAsker()];
  const { code } = await aCodeFor(email, asker, mondayMorning);
  await allAtOnce(
    email,
    Array.from({ length: 6 }, () => () => type(asker, anotherCode(code))),
  );
  expect(await db.signInCode.findFirst({ where: { email } })).toMatchObject({ attempts: 6 });
  expect(await type(asker, code)).toEqual(refused);
});

test("a code works only in the browser that asked for it", async () => {
  const [email, asker] = [anEmail(), anAsker()];
  const { code, linkToken } = await aCodeFor(email, asker, mondayMorning);
  const elsewhere = anAsker({ network: asker.network });
  await aCodeFor(anEmail(), elsewhere, mondayMorning);
  expect(await type(elsewhere, code)).toEqual(refused);
  expect(
    await signInWithLink(anonymous, { linkToken, asker: elsewhere, locale: "fr" }, mondayMorning),
  ).toEqual(refused);
  expect(await type(asker, code)).toMatchObject({ ok: true });
});

test("a stranger who tries the address of a member does not spend the member's tries", async () => {
  const { email } = await aPerson();
  const [member, stranger] = [anAsker(), anAsker()];
  const { code } = await aCodeFor(email ?? "", member, mondayMorning);
  const theirs = await aCodeFor(email ?? "", stranger, mondayMorning);
  await tryWrongly(stranger, theirs.code, 6);
  expect(await type(member, code)).toMatchObject({ ok: true });
});

test("asking again in the same browser leaves only the newest code working", async () => {
  const [email, asker] = [anEmail(), anAsker()];
  const first = await aCodeFor(email, asker, mondayMorning);
  const second = await aCodeFor(email, asker, later(1));
  if (first.code !== second.code) expect(await type(asker, first.code, later(1))).toEqual(refused);
  expect(await type(asker, second.code, later(1))).toMatchObject({ ok: true });
});

test("the link of the mail signs in once, and takes the code with it", async () => {
  const [email, asker] = [anEmail(), anAsker()];
  const { code, linkToken } = await aCodeFor(email, asker, mondayMorning);
  const open = () => signInWithLink(anonymous, { linkToken, asker, locale: "fr" }, mondayMorning);
  expect(
    await signInWithLink(anonymous, { linkToken: "x", asker, locale: "fr" }, mondayMorning),
  ).toEqual(refused);
  expect(await open()).toMatchObject({ ok: true });
  expect([await open(), await type(asker, code)]).toEqual([refused, refused]);
  expect(await sessionsOf(email)).toBe(1);
});

test("whatever is typed instead of a code is refused, never a fault", async () => {
  const asker = anAsker();
  await aCodeFor(anEmail(), asker, mondayMorning);
  for (const nonsense of ["", "'; DROP TABLE persons; --", "é".repeat(40), "__proto__"]) {
    expect(await type(asker, nonsense)).toEqual(refused);
  }
});

test("a job never signs in as somebody", async () => {
  const asker = anAsker();
  const { code, linkToken } = await aCodeFor(anEmail(), asker, mondayMorning);
  const worker = systemActor("worker");
  await expect(
    signInWithCode(worker, { code, asker, locale: "fr" }, mondayMorning),
  ).rejects.toThrow(Forbidden);
  await expect(
    signInWithLink(worker, { linkToken, asker, locale: "fr" }, mondayMorning),
  ).rejects.toThrow(Forbidden);
  expect(await type(asker, code)).toMatchObject({ ok: true });
});
