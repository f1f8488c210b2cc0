import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { eventColumns } from "../schema";
import { type NoticedEvent, readPlace, type Telling, tellSomeRegistered } from "./notices/commands";
import {
  type Before,
  readBefore,
  stillBefore,
  tellingOf,
  wasElsewhere,
  whoIsToldOf,
} from "./rules";

const live = ["confirmed", "waiting", "offered"] as const;

/** Mails written in one transaction: an event may have thousands of registrations. */
const chunk = 200;

/**
 * Tells everybody registered, waiting or offered seats of one line of the history of an event, once, however
 * often it is run and wherever it stopped: what it is now and what stood before, or that it is cancelled and
 * why. Whoever registered after it knows already; whoever reads nothing else than before is told nothing. Run by the system only.
 */
export async function tellEventChange(
  actor: Actor,
  { spaceId, changeId: id }: { spaceId: string; changeId: string },
  at: Date = now(),
): Promise<Result<null, never>> {
  if (actor.kind !== "system") throw new Forbidden();
  const change = await db.eventChange.findFirst({ where: { spaceId, id, toldAt: null } });
  if (!change) return ok(null);
  let last: string | null = null;
  do last = await tellChunk(change, last, at);
  while (last);
  return inTransaction(async (tx) => {
    // Told by somebody else meanwhile, it stays told at their time.
    await tx.eventChange.updateMany({ where: { spaceId, id, toldAt: null }, data: { toldAt: at } });
    return ok(null);
  });
}

type ChangeRow = NonNullable<Awaited<ReturnType<typeof db.eventChange.findFirst>>>;

/** The next ones after that registration; returns the last one told, null when there is nobody left. */
async function tellChunk(change: ChangeRow, after: string | null, at: Date) {
  const { spaceId, eventId } = change;
  const told = await inTransaction<string | null, never>(async (tx) => {
    const event = await tx.event.findUniqueOrThrow({
      where: { spaceId_id: { spaceId, id: eventId } },
    });
    const kind = tellingOf(change.verb, event, at);
    if (!kind) return ok(null);
    const { who, ...telling } = await tellingIn(tx, change, event);
    if (who === "nobody") return ok(null);
    const states = who === "seated" ? (["confirmed"] as const) : live;
    const rows = await tx.eventRegistration.findMany({
      where: {
        ...{ spaceId, eventId, state: { in: [...states] } },
        createdAt: { lte: change.at },
        ...(after ? { id: { gt: after } } : {}),
      },
      select: { id: true },
      orderBy: { id: "asc" },
      take: chunk,
    });
    const ids = rows.map((row) => row.id);
    await tellSomeRegistered(tx, kind, event, { ids, ...telling }, at);
    return ok(ids.length < chunk ? null : (ids.at(-1) ?? null));
  });
  return told.ok ? told.value : null;
}

async function tellingIn(
  tx: Tx,
  change: ChangeRow,
  event: NoticedEvent,
): Promise<Omit<Telling, "ids"> & { who: ReturnType<typeof whoIsToldOf> }> {
  const onceKey = `event change ${change.id}`;
  if (change.verb === "cancelled") {
    return { onceKey, reason: change.reason ?? event.endReason, who: "everybody" };
  }
  const was = readBefore(change.before);
  const { prices } = eventColumns.pick({ prices: true }).parse(event);
  const before = {
    ...stillBefore(was, { ...event, prices }),
    ...(await placeBefore(tx, was, event)),
  };
  const isBack = change.verb === "reopened";
  const who = isBack ? "everybody" : whoIsToldOf(before, was, event);
  return { onceKey, reason: change.reason, isBack, before, who };
}

/** Where it was, when that is elsewhere than where it is. */
async function placeBefore(tx: Tx, before: Before, event: NoticedEvent) {
  if (!wasElsewhere(before)) return {};
  const was = {
    spaceId: event.spaceId,
    placeKind: before.placeKind ?? event.placeKind,
    resourceId: before.resourceId === undefined ? event.resourceId : before.resourceId,
    address: before.address === undefined ? event.address : before.address,
    communeId: before.communeId === undefined ? event.communeId : before.communeId,
  };
  const { place } = await readPlace(tx, was);
  const { place: is } = await readPlace(tx, event);
  return JSON.stringify(place) === JSON.stringify(is) ? {} : { place };
}
