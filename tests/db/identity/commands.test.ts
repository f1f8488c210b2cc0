import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, type PersonActor, systemActor } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import {
  type Asker,
  chooseLanguage,
  purgeExpired,
  requestSignInCode,
  signInToDemoAccount,
  signInWithCode,
  signOut,
  signOutEverywhere,
} from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { aMember, anActor, aStaffMember } from "@/tests/support/actors";
import { aPerson, mondayMorning } from "@/tests/support/factories";
import { aCodeFor, aMailbox, anAsker, anEmail } from "@/tests/support/sign-in";

const mailbox = aMailbox();
const tooMany = { ok: false, refusal: "too_many_requests" };

const ask = (email: string, asker: Asker) =>
  requestSignInCode(anonymous, { email, asker, locale: "fr" }, mailbox.send, mondayMorning);

async function aSession(actor: PersonActor): Promise<string> {
  const asker = anAsker();
  const { code } = await aCodeFor(actor.email ?? "", asker, mondayMorning);
  const result = await signInWithCode(anonymous, { code, asker, locale: "fr" }, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.token;
}

const sessionsOf = ({ personId }: PersonActor) => db.session.count({ where: { personId } });

test("asking for a code answers the same whether or not the address is known", async () => {
  const known = (await aPerson()).email ?? "";
  const unknown = anEmail();
  expect(await ask(known, anAsker())).toEqual({ ok: true, value: { email: known } });
  expect(await ask(unknown, anAsker())).toEqual({ ok: true, value: { email: unknown } });
  const codes = mailbox.sent.filter(({ email }) => [known, unknown].includes(email));
  expect(codes.map(({ code }) => /^\d{6}$/.test(code))).toEqual([true, true]);
  expect(await db.person.count({ where: { email: unknown } })).toBe(0);
});

test("mails to somebody signed in follow the language they choose, nobody else's do", async () => {
  const [reader, other] = [await aMember(), await aMember()];
  const localeOf = async ({ personId }: PersonActor) =>
    (await db.person.findUniqueOrThrow({ where: { id: personId } })).locale;
  await chooseLanguage(reader, "en");
  await chooseLanguage(anonymous, "en");
  expect([await localeOf(reader), await localeOf(other)]).toEqual(["en", "fr"]);
  await chooseLanguage(reader, "fr");
  expect(await localeOf(reader)).toBe("fr");
});

test("neither the code nor its link nor the browser can be read in the database", async () => {
  const [email, asker] = [anEmail(), anAsker()];
  const { code, linkToken } = await aCodeFor(email, asker, mondayMorning);
  const row = await db.signInCode.findFirstOrThrow({ where: { email } });
  const kept = [row.codeHash, row.linkHash, row.browserHash].join(" ");
  for (const secret of [code, linkToken, asker.browser]) expect(kept).not.toContain(secret);
});

test("a code whose mail could not be handed over does not exist", async () => {
  const email = anEmail();
  const request = { email, asker: anAsker(), locale: "fr" as const };
  const failing = () => Promise.reject(new Error("no outbox"));
  await expect(requestSignInCode(anonymous, request, failing, mondayMorning)).rejects.toThrow(
    "no outbox",
  );
  expect(await db.signInCode.count({ where: { email } })).toBe(0);
});

test("the sixth request for an address is refused, without a mail, from that network only", async () => {
  const [email, network] = [anEmail(), randomUUID()];
  for (let turn = 0; turn < 5; turn += 1) {
    expect(await ask(email, anAsker({ network }))).toMatchObject({ ok: true });
  }
  expect(await ask(email, anAsker({ network }))).toEqual(tooMany);
  expect(await db.signInCode.count({ where: { email } })).toBe(5);
  expect(mailbox.sent.filter((mail) => mail.email === email)).toHaveLength(5);
  expect(await ask(email, anAsker())).toMatchObject({ ok: true });
  expect(await ask(anEmail(), anAsker({ network }))).toMatchObject({ ok: true });
});

test("a network asking for a hundred and fifty addresses in an hour is refused the next, another network is not", async () => {
  const network = randomUUID();
  for (let turn = 0; turn < 150; turn += 1) {
    expect(await ask(anEmail(), anAsker({ network }))).toMatchObject({ ok: true });
  }
  const email = anEmail();
  expect(await ask(email, anAsker({ network }))).toEqual(tooMany);
  expect(await ask(email, anAsker())).toMatchObject({ ok: true });
});

test("a job never asks for a code", async () => {
  const request = { email: anEmail(), asker: anAsker(), locale: "fr" as const };
  await expect(
    requestSignInCode(systemActor("worker"), request, mailbox.send, mondayMorning),
  ).rejects.toThrow(Forbidden);
});

test("signing out ends this session and leaves the other devices signed in", async () => {
  const member = await aMember();
  const [phone, computer] = [await aSession(member), await aSession(member)];
  await signOut(member, phone);
  await signOut(member, phone);
  expect(await sessionsOf(member)).toBe(1);
  await signOut(member, computer);
  expect(await sessionsOf(member)).toBe(0);
});

test("nobody ends somebody else's session", async () => {
  const member = await aMember();
  const token = await aSession(member);
  for (const actor of [await aMember(), await aStaffMember(), anonymous, systemActor("worker")]) {
    await signOut(actor, token);
    await signOutEverywhere(actor);
  }
  expect(await sessionsOf(member)).toBe(1);
});

test("signing out everywhere ends all of one's sessions and nobody else's", async () => {
  const [member, other] = [await aMember(), await aMember()];
  await aSession(member);
  await aSession(member);
  await aSession(other);
  await signOutEverywhere(member);
  expect([await sessionsOf(member), await sessionsOf(other)]).toEqual([0, 1]);
});

test("a demonstration account is entered with one click, an unknown one is not found", async () => {
  const email = anEmail();
  const person = await aPerson({ email });
  const { token } = await signInToDemoAccount(anonymous, email, mondayMorning);
  expect(token).toHaveLength(43);
  expect(await db.session.count({ where: { personId: person.id } })).toBe(1);
  await expect(signInToDemoAccount(anonymous, anEmail(), mondayMorning)).rejects.toThrow(NotFound);
  await expect(signInToDemoAccount(systemActor("seed"), email, mondayMorning)).rejects.toThrow(
    Forbidden,
  );
});

const daysBefore = (days: number) => new Date(mondayMorning.getTime() - days * 86_400_000);

async function traces(age: (days: number) => Date, mark: string) {
  const person = await aPerson();
  const endsAt = age(0);
  const hashes = { codeHash: mark, linkHash: mark, browserHash: mark };
  const mail = { to: mark, subject: "", text: "", html: "", sentAt: age(7) };
  const notified = { kind: mark, email: mark, payload: {}, createdAt: age(365) };
  await db.session.create({
    data: { tokenHash: mark, personId: person.id, expiresAt: endsAt },
  });
  await db.signInCode.create({
    data: { email: mark, ...hashes, createdAt: age(1), expiresAt: endsAt },
  });
  await db.demoMail.create({ data: mail });
  await db.notification.create({ data: notified });
  await db.rateLimit.create({ data: { key: mark, expire: BigInt(endsAt.getTime()) } });
}

const tracesLeft = async (mark: string) => [
  await db.session.count({ where: { tokenHash: mark } }),
  await db.signInCode.count({ where: { email: mark } }),
  await db.demoMail.count({ where: { to: mark } }),
  await db.notification.count({ where: { email: mark } }),
  await db.rateLimit.count({ where: { key: mark } }),
];

test("what no longer opens anything is deleted on its day, what still does is kept", async () => {
  await traces((days) => new Date(daysBefore(days).getTime() - 1), "over");
  await traces((days) => daysBefore(days), "alive");
  await purgeExpired(systemActor("worker"), mondayMorning);
  expect(await tracesLeft("over")).toEqual([0, 0, 0, 0, 0]);
  expect(await tracesLeft("alive")).toEqual([1, 1, 1, 1, 1]);
});

test("nobody but the platform itself cleans up", async () => {
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  for (const actor of [anonymous, admin]) {
    await expect(purgeExpired(actor, mondayMorning)).rejects.toThrow(Forbidden);
  }
});
