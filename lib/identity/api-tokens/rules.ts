import { type ApiScope, apiScopes, type CreateTokenInput } from "./schema";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Says what the secret is when it is found where it should not be. */
export const tokenPrefix = "clot_";

/** The instant from which a token made now for that long no longer works; null = until revoked. */
export function tokenExpiry(lifetime: CreateTokenInput["duree"], at: Date): Date | null {
  return lifetime === "none" ? null : new Date(at.getTime() + Number(lifetime) * dayMs);
}

/** The token of an `Authorization: Bearer …` header (RFC 6750 §2.1); null for any other header. */
export function bearerToken(header: string): string | null {
  return /^bearer +([A-Za-z0-9._~+/-]{1,200}=*)$/i.exec(header.trim())?.[1] ?? null;
}

/** The last use is written when an hour has gone by: reading a token must not cost a write. */
export function isUseWorthNoting(usedAt: Date | null, at: Date): boolean {
  return usedAt === null || at.getTime() - usedAt.getTime() >= hourMs;
}

/** Those of the stored scopes that we know, in our order. */
export function knownScopes(stored: readonly string[]): ApiScope[] {
  return apiScopes.filter((scope) => stored.includes(scope));
}
