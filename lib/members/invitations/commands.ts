import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { localeOf } from "@/lib/core/locale";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";
import { notify } from "@/lib/notifications/commands";
import { hashOfCode, newCode } from "../codes/commands";
import { codeExpiry, invitationDays, isCodeGood, spacedCode } from "../codes/rules";
import { joinSpace } from "../memberships/commands";
import { canKeepMembers } from "../memberships/policy";
import type { InvitationInput, InvitationRefusal, InviteInput } from "./schema";

const mostOpen = 50;

/**
 * Makes a code that makes whoever types it a member, once, for a fortnight; sent to an address when one
 * is given, whoever has it. The code is in the answer and nowhere else. Refuses `too_many_invitations`.
 * Journalled, without address or code. Hosts of the space.
 */
export async function inviteToSpace(
  actor: Actor,
  { slug, email }: InviteInput,
  at: Date = now(),
): Promise<Result<{ code: string; expiresAt: Date }, InvitationRefusal>> {
  return inTransaction<{ code: string; expiresAt: Date }, InvitationRefusal>(async (tx) => {
    const space = await findSpace(tx, actor, slug);
    await lockAlone(tx, `invitations ${space.id}`);
    const open = { spaceId: space.id, usedAt: null, revokedAt: null, expiresAt: { gt: at } };
    if ((await tx.invitation.count({ where: open })) >= mostOpen) {
      return refuse("too_many_invitations");
    }
    const [id, code, expiresAt] = [newId(), newCode(), codeExpiry(at, invitationDays)];
    await tx.invitation.create({
      data: {
        ...{ id, spaceId: space.id, codeHash: hashOfCode(code), email: email ?? null },
        ...{ createdAt: at, createdBy: personIdOf(actor) ?? id, expiresAt },
      },
    });
    const line = { actor, action: "invitation.made", spaceId: space.id, subjectId: id };
    await writeJournal(tx, { ...line, after: { isSent: email !== undefined } });
    if (email) await send(tx, actor, { email, code, spaceName: space.name });
    return ok({ code, expiresAt });
  });
}

/** Takes an invitation back; twice is the same as once. Refuses `used_already`. Journalled. Hosts of the space. */
export async function revokeInvitation(
  actor: Actor,
  { slug, invitationId }: InvitationInput,
  at: Date = now(),
): Promise<Result<null, InvitationRefusal>> {
  return inTransaction<null, InvitationRefusal>(async (tx) => {
    const space = await findSpace(tx, actor, slug);
    const key = { spaceId: space.id, id: invitationId };
    const where = { ...key, usedAt: null, revokedAt: null };
    const { count } = await tx.invitation.updateMany({ where, data: { revokedAt: at } });
    if (count === 1) {
      const line = { actor, action: "invitation.revoked", spaceId: space.id };
      await writeJournal(tx, { ...line, subjectId: invitationId });
      return ok(null);
    }
    const found = await tx.invitation.findUnique({ where: { spaceId_id: key } });
    if (!found) throw new NotFound();
    return found.usedAt ? refuse("used_already") : ok(null);
  });
}

/**
 * Uses an invitation in the caller's transaction, by the hash of its code: the space joined, null when
 * there is no such good code. Two at once: the row is written once, the other finds nothing. One's own
 * second time is the same as the first.
 */
export async function takeInvitation(
  tx: Tx,
  { personId }: PersonActor,
  codeHash: string,
  at: Date,
): Promise<{ slug: string } | null> {
  const found = await tx.invitation.findUnique({ where: { codeHash } });
  if (!found) return null;
  const select = { slug: true };
  const space = await tx.space.findUniqueOrThrow({ where: { id: found.spaceId }, select });
  if (found.usedBy === personId) return space;
  if (!isCodeGood(found, at)) return null;
  const { count } = await tx.invitation.updateMany({
    where: { spaceId: found.spaceId, id: found.id, usedAt: null, revokedAt: null },
    data: { usedAt: at, usedBy: personId },
  });
  if (count === 0) return null;
  await joinSpace(tx, { spaceId: found.spaceId, personId, decidedBy: found.createdBy }, at);
  return space;
}

async function findSpace(tx: Tx, actor: Actor, slug: string) {
  const select = { id: true, name: true };
  const space = await tx.space.findUnique({ where: { slug }, select });
  if (!space || !canKeepMembers(actor, space.id)) throw new NotFound();
  return space;
}

type Sent = { email: string; code: string; spaceName: string };

/** In the language of the host who writes: of the reader nothing is known, nor asked. */
async function send(tx: Tx, actor: Actor, { email, code, spaceName }: Sent): Promise<void> {
  const url = `${env().NEXTAUTH_URL}/rejoindre?code=${code}`;
  const locale = localeOf(actor.kind === "person" ? actor.locale : undefined);
  const payload = { spaceName, url, code: spacedCode(code) };
  await notify(tx, { kind: "invitation", personId: null, email, locale, payload });
}
