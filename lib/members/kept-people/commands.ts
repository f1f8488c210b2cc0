import { type Actor, personIdOf } from "@/lib/core/actor";
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
import type { KeepPersonInput } from "./schema";

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

async function findSpaceId(tx: Tx, actor: Actor, slug: string): Promise<string> {
  const space = await tx.space.findUnique({ where: { slug }, select: { id: true } });
  if (!space || !canKeepMembers(actor, space.id)) throw new NotFound();
  return space.id;
}
