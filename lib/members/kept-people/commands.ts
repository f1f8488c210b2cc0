import { type Actor, isHostOf, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { hashOfCode, newCode } from "../codes/commands";
import { claimDays, codeExpiry } from "../codes/rules";
import { joinSpace } from "../memberships/commands";
import { canKeepMembers } from "../memberships/policy";
import type { MembershipPersonInput } from "../memberships/schema";
import type { ContactOfInput, KeepPersonInput } from "./schema";

/**
 * Makes a person known by a name, without e-mail, and a member of the space at once: its hosts book for
 * them. The same form twice is one person. Journalled. Hosts of the space.
 */
export async function keepPerson(
  actor: Actor,
  { slug, personId, name, phone }: KeepPersonInput,
  at: Date = now(),
): Promise<Result<{ personId: string }, never>> {
  return inTransaction(async (tx) => {
    const spaceId = await findSpaceId(tx, actor, slug);
    const data = [{ id: personId, name, email: null, createdAt: at }];
    const { count } = await tx.person.createMany({ data, skipDuplicates: true });
    if (count === 0) {
      // The same form, or somebody else's number: only the first is answered.
      if (!(await tx.keptPerson.findFirst({ where: { spaceId, personId } }))) throw new NotFound();
      return ok({ personId });
    }
    const createdBy = personIdOf(actor) ?? personId;
    const kept = { spaceId, personId, phone: phone ?? null, createdAt: at, createdBy };
    await tx.keptPerson.create({ data: kept });
    await joinSpace(tx, { spaceId, personId, decidedBy: personIdOf(actor) }, at);
    const line = { actor, action: "kept_person.made", spaceId, subjectId: personId };
    await writeJournal(tx, line);
    return ok({ personId });
  });
}

/**
 * Makes the code by which a kept person takes their account over; the one before is dead. Thirty days,
 * once. It is in the answer and nowhere else. Journalled. Hosts of the space that keeps the person.
 */
export async function renewClaimCode(
  actor: Actor,
  { slug, personId }: MembershipPersonInput,
  at: Date = now(),
): Promise<Result<{ code: string; expiresAt: Date; name: string }, never>> {
  return inTransaction(async (tx) => {
    const spaceId = await findSpaceId(tx, actor, slug);
    const [code, expiresAt] = [newCode(), codeExpiry(at, claimDays)];
    const { count } = await tx.keptPerson.updateMany({
      where: { spaceId, personId, claimedAt: null },
      data: { claimHash: hashOfCode(code), claimExpiresAt: expiresAt, claimAttempts: 0 },
    });
    if (count === 0) throw new NotFound();
    const line = { actor, action: "kept_person.code_made", spaceId, subjectId: personId };
    await writeJournal(tx, line);
    const select = { name: true };
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select });
    return ok({ code, expiresAt, name: name ?? "" });
  });
}

/**
 * Corrects the name and the telephone of somebody kept; without a telephone, it goes. The same again
 * changes nothing. Journalled by which lines changed, not their words. Hosts of the space that keeps
 * the person; NotFound once they have an account of their own.
 */
export async function correctKeptPerson(
  actor: Actor,
  { slug, personId, name, phone = "" }: KeepPersonInput,
): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    const spaceId = await findSpaceId(tx, actor, slug);
    const kept = await holdKept(tx, spaceId, personId);
    const data = { phone: phone || null };
    const where = { id: personId };
    const before = await tx.person.findUniqueOrThrow({ where, select: { name: true } });
    const lines = [
      ...(before.name === name ? [] : ["name"]),
      ...(kept.phone === data.phone ? [] : ["phone"]),
    ];
    if (lines.length === 0) return ok(null);
    await tx.person.update({ where, data: { name } });
    await tx.keptPerson.updateMany({ where: { spaceId, personId }, data });
    const line = { actor, action: "kept_person.corrected", spaceId, subjectId: personId };
    await writeJournal(tx, { ...line, after: { lines } });
    return ok(null);
  });
}

/**
 * Notes whom to call for somebody kept, as they say it; the last one named counts. Journalled without
 * the words. Hosts of the space that keeps the person, no administrator.
 */
export async function nameContactOf(
  actor: Actor,
  { slug, personId, ...contact }: ContactOfInput,
): Promise<Result<null, never>> {
  return changeContact(actor, { slug, personId }, async (tx, spaceId) => {
    const where = { personId };
    await tx.emergencyContact.upsert({ where, create: { personId, ...contact }, update: contact });
    const line = { actor, action: "kept_person.contact_named", spaceId, subjectId: personId };
    await writeJournal(tx, line);
  });
}

/** Names nobody any more for somebody kept; twice is the same as once. Journalled. As nameContactOf. */
export async function dropContactOf(
  actor: Actor,
  { slug, personId }: MembershipPersonInput,
): Promise<Result<null, never>> {
  return changeContact(actor, { slug, personId }, async (tx, spaceId) => {
    const { count } = await tx.emergencyContact.deleteMany({ where: { personId } });
    if (count === 0) return;
    const line = { actor, action: "kept_person.contact_dropped", spaceId, subjectId: personId };
    await writeJournal(tx, line);
  });
}

async function changeContact(
  actor: Actor,
  { slug, personId }: MembershipPersonInput,
  work: (tx: Tx, spaceId: string) => Promise<void>,
): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    const spaceId = await findSpaceId(tx, actor, slug);
    if (!isHostOf(actor, spaceId)) throw new NotFound();
    await holdKept(tx, spaceId, personId);
    await work(tx, spaceId);
    return ok(null);
  });
}

/** Somebody kept, held until the end of the transaction: nobody takes the account over meanwhile. */
async function holdKept(tx: Tx, spaceId: string, personId: string) {
  await tx.$queryRaw`
    SELECT 1 FROM kept_people
    WHERE space_id = ${spaceId}::uuid AND person_id = ${personId}::uuid FOR UPDATE`;
  const where = { spaceId, personId, claimedAt: null };
  const kept = await tx.keptPerson.findFirst({ where, select: { phone: true } });
  if (!kept) throw new NotFound();
  return kept;
}

async function findSpaceId(tx: Tx, actor: Actor, slug: string): Promise<string> {
  const space = await tx.space.findUnique({ where: { slug }, select: { id: true } });
  if (!space || !canKeepMembers(actor, space.id)) throw new NotFound();
  return space.id;
}
