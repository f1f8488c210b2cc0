import { giveBackEverything } from "@/lib/bookings/departures/commands";
import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import { notify } from "@/lib/notifications/commands";
import { networkTimeZone } from "@/lib/spaces/schema";
import { erasePerson } from "../erasures/commands";
import { keptUntil, silentSince, warnedBefore } from "./rules";

/** At most so many a night: the rest the next one. */
const aNight = 200;

/**
 * Tells whoever has given no sign of life for two years that their account goes in thirty days; somebody
 * without e-mail cannot be told, and has the same thirty days. System only.
 */
export async function warnInactive(actor: Actor, at: Date = now()): Promise<number> {
  if (actor.kind !== "system") throw new Forbidden();
  const silent = await listSilent(at);
  for (const id of silent) {
    await inTransaction(async (tx) => {
      await warn(tx, id, at);
      return ok(null);
    });
  }
  return silent.length;
}

/** No visit, no booking, no key used, no account made since then; ghosts and the erased are nobody. */
async function listSilent(at: Date): Promise<string[]> {
  const since = silentSince(at);
  const rows = await db.person.findMany({
    where: {
      erasedAt: null,
      inactivityWarnedAt: null,
      createdAt: { lt: since },
      OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: since } }],
      bookings: { none: { endsAt: { gte: since } } },
      sessions: { none: { createdAt: { gte: since } } },
      apiTokens: { none: { usedAt: { gte: since } } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: aNight,
  });
  return rows.map(({ id }) => id);
}

async function warn(tx: Tx, id: string, at: Date): Promise<void> {
  const { count } = await tx.person.updateMany({
    where: { id, inactivityWarnedAt: null, erasedAt: null },
    data: { inactivityWarnedAt: at },
  });
  const person = await tx.person.findUnique({
    where: { id },
    select: { email: true, locale: true },
  });
  if (count === 0 || !person?.email) return;
  const { email, locale } = person;
  await notify(tx, {
    kind: "account-inactive",
    personId: id,
    email,
    locale,
    payload: {
      until: keptUntil(at).toISOString(),
      timeZone: networkTimeZone,
      url: new URL("/connexion?suite=/mon-espace", env().NEXTAUTH_URL).toString(),
    },
  });
}

/**
 * Erases whoever was told thirty days ago and has not come back. The last admin and the one host of a
 * space stay, and the log says so. System only.
 */
export async function eraseInactive(actor: Actor, at: Date = now()): Promise<number> {
  if (actor.kind !== "system") throw new Forbidden();
  const told = await db.person.findMany({
    where: {
      erasedAt: null,
      inactivityWarnedAt: { lt: warnedBefore(at) },
      bookings: { none: { endsAt: { gte: silentSince(at) } } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: aNight,
  });
  let erased = 0;
  for (const { id } of told) {
    const result = await erasePerson(actor, id, at);
    if (result.ok) erased += 1;
    else log.warn({ refusal: result.refusal }, "an account nobody uses stays");
  }
  return erased;
}

/** Gives back what somebody booked in another tab in the very instant they left. System only. */
export async function freeLeftBehind(actor: Actor, at: Date = now()): Promise<number> {
  if (actor.kind !== "system") throw new Forbidden();
  const left = await db.person.findMany({
    where: {
      erasedAt: { not: null },
      bookings: {
        some: { startsAt: { gt: at }, state: { in: ["requested", "held", "confirmed"] } },
      },
    },
    select: { id: true },
    take: aNight,
  });
  for (const { id } of left) {
    // Begun again the next night, were it to meet another booking of theirs.
    await inTransaction<null, "again">(async (tx) =>
      (await giveBackEverything(tx, actor, id, at)) ? ok(null) : refuse("again"),
    );
  }
  return left.length;
}
