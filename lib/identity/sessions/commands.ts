import type { Actor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { findOwnSession } from "./queries";
import type { SessionIdInput } from "./schema";

/** Ends one of the actor's own sessions, from its next request on; one that is over already is the same. */
export async function endSession(
  actor: Actor,
  { sessionId }: SessionIdInput,
): Promise<Result<null, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const tokenHash = await findOwnSession(actor, sessionId);
  if (tokenHash) {
    await db.session.deleteMany({ where: { tokenHash, personId: actor.personId } });
  }
  return ok(null);
}
