import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { canKeepMembers } from "../memberships/policy";
import type { AcceptRulesInput, AcceptRulesRefusal, PublishRulesInput } from "./schema";

/**
 * Publishes the house rules of a space as their next version: whoever had accepted is asked anew. The
 * same text again is no new version. Journalled. Hosts of the space.
 */
export async function publishRules(
  actor: Actor,
  { slug, text }: PublishRulesInput,
  at: Date = now(),
): Promise<Result<{ version: number }, never>> {
  return inTransaction(async (tx) => {
    const spaceId = await spaceIdOf(tx, slug);
    if (!canKeepMembers(actor, spaceId)) throw new NotFound();
    await lockAlone(tx, `house rules ${spaceId}`);
    const before = await latest(tx, spaceId);
    if (before?.text === text) return ok({ version: before.version });
    const version = (before?.version ?? 0) + 1;
    const publishedBy = personIdOf(actor);
    await tx.houseRules.create({ data: { spaceId, version, text, publishedAt: at, publishedBy } });
    const line = { actor, action: "house_rules.published", spaceId };
    await writeJournal(tx, { ...line, after: { version } });
    return ok({ version });
  });
}

/**
 * Notes that the house rules were read and accepted, with their version: by oneself, or by a host for
 * an active member of the space (journalled). Twice is the same as once. Refuses `newer_version`.
 */
export async function acceptRules(
  actor: Actor,
  { slug, version, personId }: AcceptRulesInput,
  at: Date = now(),
): Promise<Result<{ version: number }, AcceptRulesRefusal>> {
  if (actor.kind === "anonymous") throw new Unauthenticated();
  return inTransaction<{ version: number }, AcceptRulesRefusal>(async (tx) => {
    const spaceId = await spaceIdOf(tx, slug);
    const { whose, recordedBy } = forWhom(actor, spaceId, personId);
    const where = { spaceId, personId: whose, state: "active" as const };
    const isMember = (await tx.membership.findFirst({ where })) !== null;
    const current = await latest(tx, spaceId);
    if (!isMember || !current) throw new NotFound();
    if (current.version !== version) return refuse("newer_version");
    const { count } = await tx.houseRulesAcceptance.createMany({
      data: [{ spaceId, personId: whose, version, acceptedAt: at, recordedBy }],
      skipDuplicates: true,
    });
    if (count > 0 && recordedBy) {
      const line = { actor, action: "house_rules.accepted_for", spaceId, subjectId: whose };
      await writeJournal(tx, { ...line, after: { version } });
    }
    return ok({ version });
  });
}

/** Oneself, or a member for whom a host of the space notes it; NotFound for anybody else. */
function forWhom(actor: Actor, spaceId: string, personId: string | undefined) {
  const own = personIdOf(actor);
  const whose = personId ?? own;
  if (!whose) throw new NotFound();
  if (whose === own) return { whose, recordedBy: null };
  if (!canKeepMembers(actor, spaceId)) throw new NotFound();
  return { whose, recordedBy: own };
}

async function latest(tx: Tx, spaceId: string) {
  return tx.houseRules.findFirst({ where: { spaceId }, orderBy: { version: "desc" } });
}

async function spaceIdOf(tx: Tx, slug: string): Promise<string> {
  const space = await tx.space.findUnique({ where: { slug }, select: { id: true } });
  if (!space) throw new NotFound();
  return space.id;
}
