import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { lockEvent } from "../locks/commands";
import { serveLine } from "../offers/commands";
import { eventColumns } from "../schema";
import { listLeaders } from "./leaders/queries";
import {
  type Telling as Noticed,
  type NoticedEvent,
  readPlace,
  tellLeader,
  tellSomeRegistered,
} from "./notices/commands";
import {
  type Before,
  saidTogether,
  stillBefore,
  type ToldLine,
  tellingOf,
  wasElsewhere,
  whoIsToldOf,
} from "./rules";

/** Mails written in one transaction: an event may have thousands of registrations. */
const chunk = 200;

/**
 * Tells everybody registered, waiting or offered seats, and whoever leads it or proposed it, of one line of the history of an event, and of all
 * others untold by then, in one mail: what it is now and what stood before, or that it is cancelled and why.
 * However often it is run and wherever it stopped, nobody is told twice. Whoever registered after a line
 * knows it already, so does whoever leads it and wrote it; whoever reads nothing else than before is told
 * nothing. Run by the system only.
 */
export async function tellEventChange(
  actor: Actor,
  { spaceId, changeId: id }: { spaceId: string; changeId: string },
  at: Date = now(),
): Promise<Result<null, never>> {
  if (actor.kind !== "system") throw new Forbidden();
  const change = await db.eventChange.findFirst({ where: { spaceId, id, toldAt: null } });
  if (!change) return ok(null);
  const told = await gather(change, at);
  if (!told.ok) return told;
  let last: string | null = null;
  do last = await tellChunk(told.value, last, at);
  while (last);
  await tellLeaders(told.value, at);
  return inTransaction(async (tx) => {
    // Told by somebody else meanwhile, it stays told at their time.
    const where = { spaceId, toldWith: told.value.lead, toldAt: null };
    await tx.eventChange.updateMany({ where, data: { toldAt: at } });
    return ok(null);
  });
}

type Change = { spaceId: string; id: string; eventId: string };
/** Lines told together, in their order; `lead` is the one whose job said so first. */
type Together = { spaceId: string; eventId: string; lead: string; lines: Line[] };
type Line = ToldLine & { actorId: string | null };

/**
 * Binds the lines untold until now to this one, the event held: what is written later is told later. Had
 * again by its room, which knows no line, it is here that whoever waits is served.
 */
async function gather(
  { spaceId, id, eventId }: Change,
  at: Date,
): Promise<Result<Together, never>> {
  return inTransaction<Together, never>(async (tx) => {
    const event = await lockEvent(tx, { spaceId, id: eventId });
    const { toldWith } = await tx.eventChange.findUniqueOrThrow({
      where: { spaceId_id: { spaceId, id } },
      select: { toldWith: true },
    });
    // Another line's telling says it, and may have stopped half-way: it goes on.
    const lead = toldWith ?? id;
    const untold = { spaceId, eventId, toldWith: null, toldAt: null };
    if (!toldWith) {
      const says = [
        { verb: { in: ["cancelled", "reopened"] } },
        { before: { not: Prisma.AnyNull } },
      ];
      await tx.eventChange.updateMany({
        where: { ...untold, OR: [{ id }, ...says] },
        data: { toldWith: lead },
      });
    }
    const lines = await tx.eventChange.findMany({
      where: { spaceId, eventId, toldWith: lead },
      select: { verb: true, at: true, before: true, reason: true, actorId: true },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    if (lines.some(({ verb }) => verb === "reopened")) await serveLine(tx, event, at);
    return ok({ spaceId, eventId, lead, lines });
  });
}

/** The next ones after that registration; returns the last one told, null when there is nobody left. */
async function tellChunk(
  { spaceId, eventId, lead, lines }: Together,
  after: string | null,
  at: Date,
): Promise<string | null> {
  const told = await inTransaction<string | null, never>(async (tx) => {
    const event = await tx.event.findUniqueOrThrow({
      where: { spaceId_id: { spaceId, id: eventId } },
    });
    const rows = await tx.eventRegistration.findMany({
      where: {
        ...{ spaceId, eventId, state: { in: ["confirmed", "waiting", "offered"] } },
        ...(after ? { id: { gt: after } } : {}),
      },
      select: { id: true, state: true, createdAt: true },
      orderBy: { id: "asc" },
      take: chunk,
    });
    await tellReaders(tx, event, { lead, lines, readers: rows }, at);
    return ok(rows.length < chunk ? null : (rows.at(-1)?.id ?? null));
  });
  return told.ok ? told.value : null;
}

type Reader = { id: string; state: string; createdAt: Date };
type Telling = Pick<Together, "lead" | "lines"> & { readers: Reader[] };

/** Each of what they have not read: whoever registered between two lines has read the first. */
async function tellReaders(
  tx: Tx,
  event: NoticedEvent,
  { lead, lines, readers }: Telling,
  at: Date,
): Promise<void> {
  const unread = ({ createdAt }: Reader) => lines.filter((line) => line.at >= createdAt).length;
  for (const [count, alike] of Map.groupBy(readers, unread)) {
    const news = await newsIn(tx, event, lines.slice(lines.length - count), at);
    if (!news) continue;
    const { kind, who, ...telling } = news;
    const whom = alike.filter(({ state }) => who === "everybody" || state === "confirmed");
    const told = { ids: whom.map(({ id }) => id), onceKey: `event change ${lead}`, ...telling };
    await tellSomeRegistered(tx, kind, event, told, at);
  }
}

/** Each of what they did not write themselves, since it is theirs to lead. */
async function tellLeaders({ spaceId, eventId, lead, lines }: Together, at: Date): Promise<void> {
  await inTransaction<null, never>(async (tx) => {
    const event = await tx.event.findUniqueOrThrow({
      where: { spaceId_id: { spaceId, id: eventId } },
    });
    for (const { since, ...leader } of await listLeaders(tx, event)) {
      const unread = lines.filter((line) => line.at >= since && line.actorId !== leader.id);
      const news = await newsIn(tx, event, unread, at);
      if (!news) continue;
      const { kind, who: _, ...telling } = news;
      const told = { ...telling, onceKey: `event change ${lead}` };
      await tellLeader(tx, kind, event, leader, told, at);
    }
    return ok(null);
  });
}

type News = Omit<Noticed, "ids" | "onceKey"> & {
  kind: "event-changed" | "event-cancelled";
  who: "everybody" | "seated";
};

/** What these lines have to say of the event as it is; null = nothing. */
async function newsIn(
  tx: Tx,
  event: NoticedEvent,
  lines: ToldLine[],
  at: Date,
): Promise<News | null> {
  const turn = tellingOf(lines, event, at);
  if (!turn || lines.length === 0) return null;
  const { kind, isBack } = turn;
  const { before: was, reason } = saidTogether(lines);
  if (kind === "event-cancelled") {
    return { kind, reason: reason ?? event.endReason, who: "everybody" };
  }
  const { prices } = eventColumns.pick({ prices: true }).parse(event);
  const before = {
    ...stillBefore(was, { ...event, prices }),
    ...(await placeBefore(tx, was, event)),
  };
  const who = isBack ? "everybody" : whoIsToldOf(before, was, event);
  return who === "nobody" ? null : { kind, reason, isBack, before, who };
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
