import { type Actor, anonymous } from "@/lib/core/actor";
import { noteTokenUse } from "@/lib/identity/api-tokens/commands";
import { findTokenHolder } from "@/lib/identity/api-tokens/queries";
import { bearerToken, isUseWorthNoting } from "@/lib/identity/api-tokens/rules";
import type { ApiScope } from "@/lib/identity/api-tokens/schema";
import { log } from "@/lib/infra/log";
import { networkOf } from "../caller-network";
import { secondsBeforeNext } from "./limits";
import { Refusal } from "./problem";

export type Caller = { actor: Actor; tokenId: string | null; scopes: readonly ApiScope[] };

const visitor: Caller = { actor: anonymous, tokenId: null, scopes: [] };

/**
 * Who calls: the holder of the bearer token, else nobody in particular; a session cookie gives no
 * right here, so no other site can use it. A token that is refused is 401 even where none is needed;
 * too many requests 429.
 */
export async function identifyCaller(request: Request, at: Date): Promise<Caller> {
  const header = request.headers.get("authorization");
  if (header === null) {
    refuseTooMany(`network ${networkOf(request.headers)}`);
    return visitor;
  }
  const token = bearerToken(header);
  const holder = token === null ? null : await findTokenHolder(token, at);
  if (!holder) {
    refuseTooMany(`network ${networkOf(request.headers)}`);
    throw unauthenticated("invalid_token");
  }
  const { tokenId, actor, scopes, usedAt } = holder;
  refuseTooMany(`token ${tokenId}`);
  if (isUseWorthNoting(usedAt, at)) {
    noteTokenUse(actor, { tokenId }, at).catch((error: unknown) =>
      log.warn({ err: error }, "the use of a token could not be noted"),
    );
  }
  return { actor, tokenId, scopes };
}

/** Refuses a caller without that right: 401 without a token, 403 with one. */
export function requireScope(caller: Caller, scope: ApiScope): void {
  if (caller.actor.kind !== "person") throw unauthenticated();
  if (caller.scopes.includes(scope)) return;
  throw new Refusal(
    "missing_scope",
    { scope },
    challenge(`error="insufficient_scope", scope="${scope}"`),
  );
}

function refuseTooMany(caller: string): void {
  const seconds = secondsBeforeNext(caller);
  if (seconds === null) return;
  throw new Refusal("too_many_requests", {}, { "retry-after": String(seconds) });
}

function unauthenticated(error?: "invalid_token"): Refusal {
  return new Refusal("unauthenticated", {}, challenge(error ? `error="${error}"` : ""));
}

function challenge(parameters: string): Record<string, string> {
  return { "www-authenticate": `Bearer realm="cowloting"${parameters ? `, ${parameters}` : ""}` };
}
