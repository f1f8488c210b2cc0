import { randomBytes } from "node:crypto";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";
import { hashOfToken } from "../commands";
import { workingAt } from "./queries";
import { tokenExpiry, tokenPrefix } from "./rules";
import {
  type ApiScope,
  apiScopes,
  type CreateTokenInput,
  mostTokens,
  type TokenIdInput,
  type TokenRefusal,
} from "./schema";

export type TokenMade = { id: string; token: string; name: string };

/** A new token for the actor; what is answered here is the only time anybody sees it. Refuses `too_many_tokens`. */
export async function createToken(
  actor: Actor,
  input: CreateTokenInput,
  at: Date = now(),
): Promise<Result<TokenMade, TokenRefusal>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { personId } = actor;
  return inTransaction<TokenMade, TokenRefusal>(async (tx) => {
    await lockAlone(tx, `tokens of ${personId}`);
    const count = await tx.apiToken.count({ where: { personId, ...workingAt(at) } });
    if (count >= mostTokens) return refuse("too_many_tokens");
    const made = newToken();
    const { id } = await tx.apiToken.create({
      data: {
        personId,
        tokenHash: made.tokenHash,
        name: input.nom,
        scopes: input.droits,
        createdAt: at,
        expiresAt: tokenExpiry(input.duree, at),
      },
      select: { id: true },
    });
    return ok({ id, token: made.token, name: input.nom });
  });
}

/** Ends one token of the actor at once, nobody else's; twice is the same as once. */
export async function revokeToken(
  actor: Actor,
  { tokenId }: TokenIdInput,
  at: Date = now(),
): Promise<Result<{ id: string }, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const own = { id: tokenId, personId: actor.personId };
  if ((await db.apiToken.count({ where: own })) === 0) throw new NotFound();
  await db.apiToken.updateMany({ where: { ...own, revokedAt: null }, data: { revokedAt: at } });
  return ok({ id: tokenId });
}

/**
 * A token with every scope for each of these addresses, in their order, asked for at the console by
 * whoever holds the machine. In demonstration mode an unknown address becomes a member; elsewhere the
 * unknown ones are answered and nothing is made.
 */
export async function issueTokens(
  actor: Actor,
  { emails, name }: { emails: string[]; name: string },
  at: Date = now(),
): Promise<Result<string[], "unknown_person">> {
  if (actor.kind !== "system") throw new Forbidden();
  const wanted = [...new Set(emails)];
  if (env().DEMO) {
    await db.person.createMany({
      data: wanted.map((email) => ({ email, emailVerifiedAt: at, createdAt: at })),
      skipDuplicates: true,
    });
  }
  const persons = await db.person.findMany({
    where: { email: { in: wanted }, erasedAt: null },
    select: { id: true, email: true },
  });
  const idOf = new Map(persons.map(({ id, email }) => [email, id]));
  const unknown = wanted.filter((email) => !idOf.has(email));
  if (unknown.length > 0) return refuse("unknown_person", { emails: unknown });
  const scopes: ApiScope[] = [...apiScopes];
  const made = emails.map((email) => ({ ...newToken(), personId: idOf.get(email) ?? "" }));
  await db.apiToken.createMany({
    data: made.map(({ tokenHash, personId }) => ({
      ...{ personId, tokenHash, name, scopes },
      createdAt: at,
    })),
  });
  return ok(made.map(({ token }) => token));
}

/** Notes that one's token was used; somebody else's is left as it is. Once an hour at most (isUseWorthNoting). */
export async function noteTokenUse(
  actor: Actor,
  { tokenId }: TokenIdInput,
  at: Date = now(),
): Promise<void> {
  const personId = personIdOf(actor);
  if (!personId) throw new Forbidden();
  await db.apiToken.updateMany({ where: { id: tokenId, personId }, data: { usedAt: at } });
}

function newToken(): { token: string; tokenHash: string } {
  const token = `${tokenPrefix}${randomBytes(32).toString("base64url")}`;
  return { token, tokenHash: hashOfToken(token) };
}
