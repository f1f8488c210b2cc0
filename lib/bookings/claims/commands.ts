import { type Actor, isHostOf, type PersonActor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { hashOfCode, mayTryCode } from "@/lib/members/codes/commands";
import { claimAttempts, isCodeGood, readCode } from "@/lib/members/codes/rules";
import type { CodeRefusal } from "@/lib/members/codes/schema";
import { takeInvitation } from "@/lib/members/invitations/commands";
import { personLock, spaceLock } from "../places/commands";
import { moveBelongings } from "./belongings/commands";

/** What a code opened: a space joined, or what a host kept given back. */
export type CodeUsed = { slug: string; isClaim: boolean };

/**
 * Uses a code typed or followed: an invitation makes its reader a member, a card gives a kept person's
 * bookings and memberships to whoever signed in. Unknown, used, expired and taken back are one refusal,
 * `code_refused`; ten tries an hour (`too_many_tries`).
 */
export async function redeemCode(
  actor: Actor,
  { code, network }: { code: string; network: string },
  at: Date = now(),
): Promise<Result<CodeUsed, CodeRefusal>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  if (!(await mayTryCode(actor, network))) return refuse("too_many_tries");
  const meant = readCode(code);
  // The same work for what cannot be a code.
  const codeHash = hashOfCode(meant ?? code);
  const joined = await inTransaction<CodeUsed, CodeRefusal>(async (tx) => {
    const space = await takeInvitation(tx, actor, codeHash, at);
    return space ? ok({ ...space, isClaim: false }) : refuse("code_refused");
  });
  return joined.ok ? joined : claim(actor, codeHash, at);
}

/**
 * Everything that is the kept person's goes to whoever claims, in one transaction, and the kept person
 * is no more: two claims at once, one wins; one's own second is the same as the first. A host of the space that keeps somebody does not become
 * them (a card typed by mistake): counted, and dead after five times.
 */
async function claim(
  actor: PersonActor,
  codeHash: string,
  at: Date,
): Promise<Result<CodeUsed, CodeRefusal>> {
  const kept = await db.keptPerson.findUnique({ where: { claimHash: codeHash } });
  if (!kept) return refuse("code_refused");
  if (isHostOf(actor, kept.spaceId)) {
    const where = { spaceId_personId: { spaceId: kept.spaceId, personId: kept.personId } };
    await db.keptPerson.update({ where, data: { claimAttempts: { increment: 1 } } });
    return refuse("code_refused");
  }
  return inTransaction<CodeUsed, CodeRefusal>(async (tx) => {
    await holdAll(tx, kept.personId, actor.personId);
    if (!(await spendCode(tx, codeHash, at))) {
      return (await hasClaimed(tx, actor, kept)) ? opened(tx, kept) : refuse("code_refused");
    }
    await moveBelongings(tx, { from: kept.personId, to: actor.personId }, at);
    await writeJournal(tx, {
      ...{ actor, action: "kept_person.claimed", spaceId: kept.spaceId },
      ...{ subjectId: actor.personId, before: { personId: kept.personId } },
    });
    return opened(tx, kept);
  });
}

type Kept = { spaceId: string; personId: string };

async function opened(tx: Tx, { spaceId: id }: Kept): Promise<Result<CodeUsed, never>> {
  const space = await tx.space.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  return ok({ ...space, isClaim: true });
}

/** One's own second time is the same as the first: a form sent twice, a page gone back to. */
async function hasClaimed(
  tx: Tx,
  actor: PersonActor,
  { spaceId, personId }: Kept,
): Promise<boolean> {
  const claimed = await tx.journalEntry.count({
    where: {
      ...{ actorId: actor.personId, action: "kept_person.claimed", spaceId },
      before: { path: ["personId"], equals: personId },
    },
  });
  return claimed > 0;
}

/** Marks the code used; false when somebody was quicker, or it is not good any more. */
export async function spendCode(tx: Tx, codeHash: string, at: Date): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM kept_people WHERE claim_hash = ${codeHash} FOR UPDATE`;
  const kept = await tx.keptPerson.findUnique({ where: { claimHash: codeHash } });
  if (!kept || kept.claimAttempts >= claimAttempts) return false;
  if (!isCodeGood({ expiresAt: kept.claimExpiresAt, usedAt: kept.claimedAt }, at)) return false;
  const where = { spaceId_personId: { spaceId: kept.spaceId, personId: kept.personId } };
  await tx.keptPerson.update({ where, data: { claimedAt: at, phone: null } });
  return true;
}

/** The spaces of what moves, then the two people: nobody books for either meanwhile. */
async function holdAll(tx: Tx, from: string, to: string): Promise<void> {
  const where = { personId: from };
  const rows = await tx.booking.findMany({
    where,
    distinct: ["spaceId"],
    select: { spaceId: true },
  });
  const spaces = rows.map(({ spaceId }) => spaceLock(spaceId)).sort();
  const people = [personLock(from), personLock(to)].sort();
  for (const name of [...spaces, ...people]) await lockAlone(tx, name);
}
