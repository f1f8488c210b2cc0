import { randomBytes } from "node:crypto";
import { subMonths } from "date-fns";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { hashOfToken } from "@/lib/identity/commands";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";
import type { MakeFeedInput, MakeSpaceFeedInput, RevokeFeedInput } from "./schema";

/** Reads of one address closer than this, in milliseconds, are noted once. */
const noteEveryMs = 600_000;
const monthsKept = 12;

/** What opens a feed; told once, only its hash is kept. */
export type FeedOpened = { token: string };

/** A calendar address of the member's own bookings; the one they had of the same kind stops working. */
export async function makeMemberFeed(
  actor: Actor,
  { busyOnly }: MakeFeedInput,
  at: Date = now(),
): Promise<Result<FeedOpened, never>> {
  const personId = personIdOf(actor);
  if (!personId) throw new Unauthenticated();
  return inTransaction(async (tx) =>
    ok(await replaceToken(tx, { personId, spaceId: null, busyOnly, createdBy: personId }, at)),
  );
}

/** A calendar address of a whole space, for a host; their former one of the same kind stops working. Journalled. */
export async function makeSpaceFeed(
  actor: Actor,
  { slug, busyOnly }: MakeSpaceFeedInput,
  at: Date = now(),
): Promise<Result<FeedOpened, never>> {
  const createdBy = personIdOf(actor);
  const { id: spaceId } = await getSpaceBySlug(slug);
  if (!createdBy || !canRunDay(actor, spaceId)) throw new NotFound();
  return inTransaction(async (tx) => {
    const made = await replaceToken(tx, { personId: null, spaceId, busyOnly, createdBy }, at);
    await writeJournal(tx, { actor, action: "feed.made", spaceId, after: { busyOnly } });
    return ok(made);
  });
}

type TokenOf = {
  personId: string | null;
  spaceId: string | null;
  busyOnly: boolean;
  createdBy: string;
};

async function replaceToken(tx: Tx, whose: TokenOf, at: Date): Promise<FeedOpened> {
  // Two new ones at once would both stay.
  await lockAlone(tx, `feeds ${whose.createdBy}`);
  await tx.feedToken.updateMany({ where: { ...whose, revokedAt: null }, data: { revokedAt: at } });
  const token = randomBytes(32).toString("base64url");
  await tx.feedToken.create({ data: { ...whose, tokenHash: hashOfToken(token), createdAt: at } });
  return { token };
}

/**
 * An address stops working, at once; revoking twice is the same as once. Its member, or whoever runs its
 * space (journalled); NotFound for everybody else.
 */
export async function revokeFeed(
  actor: Actor,
  { feed }: RevokeFeedInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    const row = await tx.feedToken.findUnique({
      where: { tokenHash: feed },
      select: { personId: true, spaceId: true },
    });
    const isOwn = row?.personId != null && row.personId === personIdOf(actor);
    if (!row || !(isOwn || (row.spaceId && canRunDay(actor, row.spaceId)))) throw new NotFound();
    const { count } = await tx.feedToken.updateMany({
      where: { tokenHash: feed, revokedAt: null },
      data: { revokedAt: at },
    });
    if (count > 0 && row.spaceId) {
      await writeJournal(tx, { actor, action: "feed.revoked", spaceId: row.spaceId });
    }
    return ok(null);
  });
}

/** Notes that a calendar has read this address; once in ten minutes is enough. System only. */
export async function noteFeedRead(
  actor: Actor,
  tokenHash: string,
  at: Date = now(),
): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const before = new Date(at.getTime() - noteEveryMs);
  await db.feedToken.updateMany({
    where: { tokenHash, OR: [{ usedAt: null }, { usedAt: { lt: before } }] },
    data: { usedAt: at },
  });
}

/** Deletes addresses revoked more than twelve months ago. System only. */
export async function forgetRevokedFeeds(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  await db.feedToken.deleteMany({ where: { revokedAt: { lt: subMonths(at, monthsKept) } } });
}
