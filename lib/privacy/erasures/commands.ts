import { randomUUID } from "node:crypto";
import { giveBackEverything } from "@/lib/bookings/departures/commands";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { leaveEvents } from "@/lib/events/departures/commands";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { erasingSteps } from "../rows/rules";
import { canErase } from "./policy";
import { decideErasure, isErasureWord, unnamed, withoutMention } from "./rules";
import type { EraseInput, ErasureRefusal } from "./schema";

/** A person of many years has many rows, all written at once. */
const patience = 60_000;

/**
 * Erases the actor's own account for good, all in one transaction: what they had ahead is given back,
 * what they wrote goes, the past stays without them. Twice is the same as once. Refuses `wrong_word`,
 * `last_admin`, `only_host`. GDPR, article 17; what the law keeps is said on the page.
 */
export async function eraseOwnAccount(
  actor: Actor,
  { mot }: EraseInput,
  at: Date = now(),
): Promise<Result<null, ErasureRefusal>> {
  const personId = personIdOf(actor);
  if (!personId) throw new Unauthenticated();
  if (!isErasureWord(mot)) return refuse("wrong_word");
  return erasePerson(actor, personId, at);
}

/** For whom a host does it: the space of the journal, and whether they still may, asked inside. */
export type OnBehalf = { spaceId: string; stillMay: (tx: Tx) => Promise<void> };

/**
 * Erases somebody: themselves, the system once their time is over, or a host by what is asked inside.
 * Anybody else is told they do not exist. Refuses `last_admin`, `only_host`.
 */
export async function erasePerson(
  actor: Actor,
  personId: string,
  at: Date,
  onBehalf?: OnBehalf,
): Promise<Result<null, ErasureRefusal>> {
  if (!onBehalf && !canErase(actor, personId)) throw new NotFound();
  for (;;) {
    const result = await inTransaction<null, ErasureRefusal | "again">(
      (tx) => eraseIn(tx, actor, personId, { at, onBehalf }),
      patience,
    );
    if (result.ok) return ok(null);
    if (result.refusal !== "again") return { ...result, refusal: result.refusal };
  }
}

async function eraseIn(
  tx: Tx,
  actor: Actor,
  personId: string,
  { at, onBehalf }: { at: Date; onBehalf: OnBehalf | undefined },
): Promise<Result<null, ErasureRefusal | "again">> {
  const departure = await giveBackEverything(tx, actor, personId, at);
  if (!departure) return refuse("again");
  await leaveEvents(tx, personId, at);
  await onBehalf?.stillMay(tx);
  // As withdrawRole does: two who answer for the same would leave nobody.
  await lockAlone(tx, "role grants");
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { name: true, email: true, createdAt: true, erasedAt: true },
  });
  if (!person || person.erasedAt) return ok(null);
  const refusal = await whyNot(tx, personId);
  if (refusal) return refusal;
  await tx.roleGrant.updateMany({
    where: { personId, revokedAt: null },
    data: { revokedAt: at, revokedBy: personIdOf(actor) },
  });
  const ghostId = await makeGhost(tx, personId, person.createdAt);
  await tx.$executeRaw`SELECT set_config('cowloting.forgets', 'yes', true)`;
  await forgetExchanges(tx, personId, ghostId);
  await forgetMails(tx, personId);
  for (const { sql } of erasingSteps()) {
    const values = sql.includes("$2") ? [personId, ghostId] : [personId];
    await tx.$executeRawUnsafe(sql, ...values);
  }
  for (const said of [person.name, person.email]) if (said) await unsay(tx, said);
  await tx.person.update({ where: { id: personId }, data: { erasedAt: at } });
  const spaceId = onBehalf?.spaceId ?? null;
  await writeJournal(tx, { actor, action: "person.erased", spaceId, subjectId: personId });
  return ok(null);
}

async function whyNot(tx: Tx, personId: string) {
  const alive = { revokedAt: null, person: { erasedAt: null } };
  const own = await tx.roleGrant.findMany({
    where: { personId, revokedAt: null },
    select: { role: true, space: { select: { id: true, name: true } } },
  });
  const hosted = own.flatMap(({ role, space }) => (role === "host" && space ? [space] : []));
  const shared = await tx.roleGrant.findMany({
    where: {
      ...alive,
      role: "host",
      personId: { not: personId },
      spaceId: { in: hosted.map(({ id }) => id) },
    },
    select: { spaceId: true },
  });
  const alone = hosted.filter(({ id }) => shared.every(({ spaceId }) => spaceId !== id));
  const refusal = decideErasure({
    isAdmin: own.some(({ role }) => role === "admin"),
    admins: await tx.roleGrant.count({ where: { ...alive, role: "admin" } }),
    hostedAlone: alone.map(({ id }) => id),
  });
  return refusal ? refuse(refusal, { spaces: alone.map(({ name }) => name) }) : null;
}

/**
 * A person without a name who keeps what figures count: presences, and the commune of residence. Nothing
 * leads from it to who it was: its id is chance, its dates are those of the month.
 */
async function makeGhost(tx: Tx, personId: string, createdAt: Date): Promise<string> {
  const profile = await tx.profile.findUnique({
    where: { personId },
    select: { communeId: true },
  });
  const month = new Date(Date.UTC(createdAt.getUTCFullYear(), createdAt.getUTCMonth()));
  const id = randomUUID();
  const past = [
    await tx.booking.count({ where: { personId } }),
    await tx.series.count({ where: { personId } }),
    await tx.waitingEntry.count({ where: { personId } }),
    await tx.swap.count({ where: { OR: [{ proposedBy: personId }, { proposedTo: personId }] } }),
    await tx.eventRegistration.count({ where: { personId } }),
    await tx.firstPresence.count({ where: { personId } }),
  ];
  if (past.every((count) => count === 0)) return id;
  await tx.person.create({ data: { id, createdAt: month, erasedAt: month } });
  if (profile) await tx.profile.create({ data: { personId: id, ...profile, updatedAt: month } });
  return id;
}

/** Whose a booking was before an exchange is in its history. */
async function forgetExchanges(tx: Tx, personId: string, ghostId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE booking_changes SET before = jsonb_set(before, '{personId}', to_jsonb(${ghostId}::text))
    WHERE before ->> 'personId' = ${personId}`;
}

/**
 * Mails to others that name them, told by their id: whatever they were called when it was written, in one
 * word or several.
 */
async function forgetMails(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM notifications WHERE ${personId} IN (payload ->> 'senderId', payload ->> 'fromId')`;
  await tx.$executeRaw`
    UPDATE notifications SET payload = jsonb_set(payload, '{matches}', (
      SELECT coalesce(jsonb_agg(match), '[]') FROM jsonb_array_elements(payload -> 'matches') AS match
      WHERE match ->> 'otherId' <> ${personId}))
    WHERE payload @> jsonb_build_object('matches',
      jsonb_build_array(jsonb_build_object('otherId', ${personId}::text)))`;
  await tx.$executeRaw`DELETE FROM demo_mails WHERE ${personId}::uuid = ANY(named_people)`;
}

/**
 * Takes a name or an address out of what others wrote in mails that forgetMails knows nothing of. A name of
 * one word may be anybody's, and a word of the language: those are told by their id alone.
 */
async function unsay(tx: Tx, said: string): Promise<void> {
  if (!/[\s@]/.test(said)) return;
  const inJson = JSON.stringify(said).slice(1, -1);
  const rows = await tx.$queryRaw<{ id: string; payload: unknown }[]>`
    SELECT id, payload FROM notifications WHERE position(${inJson} IN payload::text) > 0`;
  for (const { id, payload } of rows) {
    const left = JSON.stringify(withoutMention(payload, said));
    await tx.$executeRaw`UPDATE notifications SET payload = ${left}::jsonb WHERE id = ${id}::uuid`;
  }
  await tx.$executeRaw`
    UPDATE demo_mails SET subject = replace(subject, ${said}, ${unnamed}),
      text = replace(text, ${said}, ${unnamed}), html = replace(html, ${said}, ${unnamed})
    WHERE position(${said} IN subject || text || html) > 0`;
}
