import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { dateColumn, dayOf } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { codeExpiry, isCodeAlive, sessionExpiry } from "./rules";
import type { CodeRequestRefusal, SignInRefusal } from "./schema";

/** From which browser (its secret cookie) and which network somebody tries to sign in. */
export type Asker = { browser: string; network: string };

export type CodeSent = { email: string; code: string; linkToken: string; locale: Locale };

/** Tells the person, in the transaction that wrote the code; delivery passes it in. */
export type SendCode = (tx: Tx, sent: CodeSent) => Promise<void>;

/**
 * Writes a six-digit code and its link for an address and sends them, whether or not somebody has
 * that address. Limits count an address from one network, so nobody can lock somebody else out.
 */
export async function requestSignInCode(
  actor: Actor,
  { email, asker, locale }: { email: string; asker: Asker; locale: Locale },
  send: SendCode,
  at: Date = now(),
): Promise<Result<{ email: string }, CodeRequestRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const perAddress = { name: "code-address", times: 5, seconds: 900 };
  // The open day of a space, or a village behind one carrier; addresses are guarded one by one above.
  const perNetwork = { name: "code-network", times: 150, seconds: 3_600 };
  const waits = await Promise.all([
    secondsToWait(perAddress, `${email} ${asker.network}`),
    secondsToWait(perNetwork, asker.network),
  ]);
  if (waits.some((wait) => wait !== null)) return refuse("too_many_requests");
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const linkToken = randomBytes(32).toString("base64url");
  return inTransaction(async (tx) => {
    await tx.signInCode.create({
      data: {
        email,
        codeHash: keyed(`${email} ${code}`),
        linkHash: keyed(linkToken),
        browserHash: keyed(asker.browser),
        createdAt: at,
        expiresAt: codeExpiry(at),
      },
    });
    await send(tx, { email, code, linkToken, locale });
    return ok({ email });
  });
}

export type SessionOpened = { token: string; expiresAt: Date };

/**
 * Opens a session for the code typed in the browser that asked for it. Wrong, expired, used and
 * too-often-tried codes are one refusal, after the same work. Mails are then in that browser's language.
 */
export async function signInWithCode(
  actor: Actor,
  { code, asker, locale }: { code: string; asker: Asker; locale: Locale },
  at: Date = now(),
): Promise<Result<SessionOpened, SignInRefusal>> {
  const asked = await latestCode(asker.browser);
  const right = same(asked?.codeHash, keyed(`${asked?.email ?? ""} ${code}`));
  return judge(actor, { asked, right, locale }, at);
}

/** Same for the link of the mail, opened in the browser that asked. */
export async function signInWithLink(
  actor: Actor,
  { linkToken, asker, locale }: { linkToken: string; asker: Asker; locale: Locale },
  at: Date = now(),
): Promise<Result<SessionOpened, SignInRefusal>> {
  const asked = await latestCode(asker.browser);
  const right = same(asked?.linkHash, keyed(linkToken));
  return judge(actor, { asked, right, locale }, at);
}

/** Mails to the actor are in this language from now on; a visitor has none to remember. */
export async function chooseLanguage(actor: Actor, locale: Locale): Promise<void> {
  const personId = personIdOf(actor);
  if (personId) await db.person.update({ where: { id: personId }, data: { locale } });
}

async function latestCode(browser: string) {
  return db.signInCode.findFirst({
    where: { browserHash: keyed(browser) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, email: true, codeHash: true, linkHash: true },
  });
}

type Attempt = { asked: { id: string; email: string } | null; right: boolean; locale: Locale };

async function judge(
  actor: Actor,
  { asked, right, locale }: Attempt,
  at: Date,
): Promise<Result<SessionOpened, SignInRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  if (!asked || !(await spendAttempt(asked.id, right, at))) return refuse("code_refused");
  const person = await db.person.upsert({
    where: { email: asked.email },
    create: { email: asked.email, locale, emailVerifiedAt: at, createdAt: at },
    update: { emailVerifiedAt: at, locale },
    select: { id: true },
  });
  return ok(await openSession(person.id, at));
}

/** Counts the try before it is judged, in its own transaction: five tries at once are five tries. */
async function spendAttempt(id: string, right: boolean, at: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM sign_in_codes WHERE id = ${id}::uuid FOR UPDATE`;
    const code = await tx.signInCode.findUniqueOrThrow({ where: { id } });
    const accepted = right && isCodeAlive(code, at);
    await tx.signInCode.update({
      where: { id },
      data: { attempts: { increment: 1 }, ...(accepted ? { usedAt: at } : {}) },
    });
    return accepted;
  });
}

/** A new session with a new token; only its hash is kept. The caller has decided who it is for. */
async function openSession(personId: string, at: Date): Promise<SessionOpened> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = sessionExpiry(at);
  await db.session.create({
    data: { tokenHash: hashOfToken(token), personId, createdAt: at, expiresAt },
  });
  return { token, expiresAt };
}

/** Signs in one of the invented accounts; NotFound outside demonstration mode. */
export async function signInToDemoAccount(
  actor: Actor,
  email: string,
  at: Date = now(),
): Promise<SessionOpened> {
  if (!env().DEMO) throw new NotFound();
  if (actor.kind === "system") throw new Forbidden();
  const person = await db.person.findUnique({ where: { email }, select: { id: true } });
  if (!person) throw new NotFound();
  return openSession(person.id, at);
}

/** Ends one session of the actor by its token, nobody else's; ending it twice is the same as once. */
export async function signOut(actor: Actor, token: string): Promise<void> {
  const personId = personIdOf(actor);
  if (!personId) return;
  await db.session.deleteMany({ where: { tokenHash: hashOfToken(token), personId } });
}

/** Ends every session of the actor, on every device. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  const personId = personIdOf(actor);
  if (personId) await db.session.deleteMany({ where: { personId } });
}

/** Deletes what no longer opens anything: sessions over, codes older than a day, spent counters, keys of days past, old demonstration mails. */
export async function purgeExpired(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);
  await db.session.deleteMany({ where: { expiresAt: { lt: at } } });
  await db.signInCode.deleteMany({ where: { createdAt: { lt: daysAgo(1) } } });
  await db.demoMail.deleteMany({ where: { sentAt: { lt: daysAgo(7) } } });
  await db.networkKey.deleteMany({ where: { day: { lt: dateColumn(dayOf(at, "UTC")) } } });
  await db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(at.getTime()) } } });
  await db.notification.deleteMany({ where: { createdAt: { lt: daysAgo(365) } } });
}

/** What the table keeps of a session token: 256 random bits need no salt. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Six digits are guessed in no time from a plain hash; a keyed one needs the secret too. */
function keyed(text: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(text).digest("base64url");
}

function same(kept: string | undefined, given: string): boolean {
  const left = Buffer.from(kept ?? given.replace(/./, "-"));
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}
