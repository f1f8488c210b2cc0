import { type Actor, personIdOf } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { serveLine } from "../../offers/commands";
import { tellSomeRegistered } from "../../tellings/notices/commands";
import { registrationWindow } from "../../windows/rules";
import { type Held, holdByLink } from "../held/commands";
import { registrationToken } from "../links/queries";
import { decideSeats } from "../rules";
import type { EditRefusal, SeatsLeft } from "../schema";

/**
 * Gives back all the seats of a registration, or its turn in the line, by the link of its mails; who waits
 * is served in the same transaction. Ended already, it does nothing. Refuses `begun` and `over`.
 */
export async function cancelRegistration(
  actor: Actor,
  { token }: { token: string },
  at: Date = now(),
): Promise<Result<null, EditRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  return inTransaction(async (tx) => {
    const held = await holdByLink(tx, token, at);
    if (!isLive(held)) return ok(null);
    if (at >= held.event.startsAt) return refuse("begun");
    await endRegistration(tx, actor, held, { reason: null }, at);
    return ok(null);
  });
}

const live: readonly string[] = ["confirmed", "waiting", "offered"];

/** It has its seats, or its turn in the line. */
export function isLive({ registration }: Held): boolean {
  return live.includes(registration.state);
}

/** Ends a live registration whose event is held: told to its mailbox, its seats offered to who waits. */
export async function endRegistration(
  tx: Tx,
  actor: Actor,
  { event, registration }: Held,
  { reason }: { reason: string | null },
  at: Date,
): Promise<void> {
  const { spaceId, id, state } = registration;
  await tx.eventRegistration.update({
    where: { spaceId_id: { spaceId, id } },
    data: {
      ...{ state: "cancelled", offerUntil: null, sequence: { increment: 1 } },
      ...{ endedAt: at, endedBy: personIdOf(actor), endReason: reason },
    },
    select: { id: true },
  });
  const telling = { ids: [id], wasSure: state === "confirmed", reason };
  await tellSomeRegistered(tx, "event-registration-cancelled", event, telling, at);
  await serveLine(tx, event, at);
}

/**
 * Opens again a registration that was given back, or whose offer lapsed, while there are seats, or at the
 * end of the line where they would rather wait. Live already, it does nothing. Refuses by the window, for
 * want of seats, `removed` when the hosts ended it, `already_registered` when its mailbox has another,
 * `not_live` of somebody who left the network since.
 */
export async function reopenRegistration(
  actor: Actor,
  { token, mayWait }: { token: string; mayWait: boolean },
  at: Date = now(),
): Promise<Result<null, EditRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  return inTransaction<null, EditRefusal>(async (tx) => {
    const held = await holdByLink(tx, token, at);
    if (isLive(held)) return ok(null);
    const { event, room, registration } = held;
    const window = registrationWindow(event, at);
    if (window !== "open") return refuse(window);
    const gone = whyGone(registration);
    if (gone) return refuse(gone);
    const other = await findOther(tx, held);
    if (other) return refuse("already_registered", { token: registrationToken(other) });
    const state = decideSeats({ quantity: registration.quantity, mayWait }, room);
    if (state !== "confirmed" && state !== "waiting") {
      return refuse(state, { left: room.left } satisfies SeatsLeft);
    }
    await revive(tx, held, state, at);
    return ok(null);
  });
}

/** Why nobody comes back by themselves: they left the network since, or the hosts took them off. */
function whyGone({ name, endReason }: Held["registration"]) {
  if (name === "") return "not_live" as const;
  return endReason === null ? null : ("removed" as const);
}

/** Another live registration of the same mailbox, made since. */
export async function findOther(tx: Tx, { registration: { spaceId, eventId, emailKey } }: Held) {
  if (emailKey === null) return null;
  return tx.eventRegistration.findFirst({
    where: { spaceId, eventId, emailKey, state: { in: ["confirmed", "waiting", "offered"] } },
    select: { spaceId: true, id: true },
  });
}

/** Has its seats or a turn again, the event held and seats decided by the caller; told to its mailbox. */
export async function revive(
  tx: Tx,
  { event, registration: { spaceId, id } }: Held,
  state: "confirmed" | "waiting",
  at: Date,
): Promise<void> {
  // A new turn: whoever comes back stands behind those who waited meanwhile.
  await tx.$executeRaw(Prisma.sql`
    UPDATE event_registrations
    SET state = ${state}::registration_state, offer_until = NULL, ended_at = NULL, ended_by = NULL,
      end_reason = NULL,
      sequence = sequence + 1, rank = nextval(pg_get_serial_sequence('event_registrations', 'rank'))
    WHERE space_id = ${spaceId}::uuid AND id = ${id}::uuid`);
  const kind = state === "confirmed" ? "event-registered" : "event-waiting";
  await tellSomeRegistered(tx, kind, event, { ids: [id] }, at);
}
