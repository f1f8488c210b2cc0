import { z } from "zod";

export const apiScopes = ["bookings:read", "bookings:write"] as const;
/** What a token may do besides reading what everybody may. */
export type ApiScope = (typeof apiScopes)[number];

export const tokenLifetimes = ["30", "90", "365", "none"] as const;

export const createTokenInput = z.strictObject({
  nom: z.string().trim().min(1).max(60),
  /** One box ticked is a text, several are a list. */
  droits: z
    .union([z.enum(apiScopes), z.array(z.enum(apiScopes)).max(apiScopes.length)])
    .transform((scopes) => [scopes].flat())
    .default([]),
  /** Days; « none » = until revoked. */
  duree: z.enum(tokenLifetimes).default("365"),
});
export type CreateTokenInput = z.infer<typeof createTokenInput>;

export const tokenIdInput = z.strictObject({ tokenId: z.uuid() });
export type TokenIdInput = z.infer<typeof tokenIdInput>;

/** A person may have this many tokens that work. */
export const mostTokens = 20;

export type TokenRefusal = "too_many_tokens";
