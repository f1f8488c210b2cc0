import type { Grant, PersonActor } from "@/lib/core/actor";
import { now } from "@/lib/infra/clock";
import { db, rowsOf } from "@/lib/infra/db";
import { hashOfToken } from "../commands";
import { knownScopes } from "./rules";
import type { ApiScope } from "./schema";

export type TokenHolder = {
  tokenId: string;
  actor: PersonActor;
  scopes: ApiScope[];
  usedAt: Date | null;
};

type HolderRow = {
  tokenId: string;
  personId: string;
  email: string | null;
  name: string | null;
  locale: string;
  scopes: string[];
  usedAt: Date | null;
  grants: Grant[];
};

const holderOfToken = {
  name: "holder_of_token",
  text: `SELECT t.id AS "tokenId", t.scopes, t.used_at AS "usedAt",
      p.id AS "personId", p.email, p.name, p.locale,
      (SELECT coalesce(json_agg(json_build_object('role', g.role, 'spaceId', g.space_id)), '[]')
       FROM role_grants g WHERE g.person_id = p.id AND g.revoked_at IS NULL) AS grants
    FROM api_tokens t JOIN persons p ON p.id = t.person_id
    WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND p.erased_at IS NULL
      AND (t.expires_at IS NULL OR t.expires_at > $2)`,
};

/** Whose token it is, with the roles held now, in one statement; null when unknown, revoked or expired. */
export async function findTokenHolder(
  token: string,
  at: Date = now(),
): Promise<TokenHolder | null> {
  const [row] = await rowsOf<HolderRow>(db, holderOfToken, [hashOfToken(token), at]);
  if (!row) return null;
  const { tokenId, scopes, usedAt, ...person } = row;
  return { tokenId, usedAt, scopes: knownScopes(scopes), actor: { kind: "person", ...person } };
}

export type OwnToken = {
  id: string;
  name: string;
  scopes: ApiScope[];
  createdAt: Date;
  expiresAt: Date | null;
  usedAt: Date | null;
};

/** The actor's tokens that work, newest first; never the secrets, which nobody has. */
export async function listOwnTokens(actor: PersonActor, at: Date = now()): Promise<OwnToken[]> {
  const rows = await db.apiToken.findMany({
    where: { personId: actor.personId, ...workingAt(at) },
    select: { id: true, name: true, scopes: true, createdAt: true, expiresAt: true, usedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({ ...row, scopes: knownScopes(row.scopes) }));
}

/** Neither revoked nor expired at that instant. */
export function workingAt(at: Date) {
  return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] };
}
