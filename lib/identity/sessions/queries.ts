import { createHash } from "node:crypto";
import type { PersonActor } from "@/lib/core/actor";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { hashOfToken } from "../commands";
import { sessionHandle } from "./rules";

export type OwnSession = { id: string; createdAt: Date; expiresAt: Date; isThisOne: boolean };

/** The browsers the actor is signed in with, the latest first; `token` is that of the one asking. */
export async function listOwnSessions(
  actor: PersonActor,
  token: string | null,
  at: Date = now(),
): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: { personId: actor.personId, expiresAt: { gt: at } },
    orderBy: [{ createdAt: "desc" }, { tokenHash: "asc" }],
  });
  return rows.map(({ tokenHash, createdAt, expiresAt }) => ({
    id: sessionHandle(tokenHash, digestOf),
    createdAt,
    expiresAt,
    isThisOne: token !== null && hashOfToken(token) === tokenHash,
  }));
}

/** Whether that token opens a session of somebody who is still there; asked before a large body is read. */
export async function isSessionOpen(token: string, at: Date = now()): Promise<boolean> {
  const session = await db.session.findFirst({
    where: {
      tokenHash: hashOfToken(token),
      expiresAt: { gt: at },
      person: { erasedAt: null },
    },
    select: { personId: true },
  });
  return session !== null;
}

/** The hash kept for one of the actor's own sessions; null for anybody else's, or none. */
export async function findOwnSession(actor: PersonActor, id: string): Promise<string | null> {
  const rows = await db.session.findMany({
    where: { personId: actor.personId },
    select: { tokenHash: true },
  });
  return rows.find(({ tokenHash }) => sessionHandle(tokenHash, digestOf) === id)?.tokenHash ?? null;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
