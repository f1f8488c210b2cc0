import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { serveLine } from "../../offers/commands";
import { tellSomeRegistered } from "../../tellings/notices/commands";
import { registrationWindow } from "../../windows/rules";
import { endRegistration, isLive } from "../endings/commands";
import { type Held, holdByLink } from "../held/commands";
import { mostWaiting, repositioned } from "../rules";
import type { ChangeInput, EditRefusal, Incomplete, Problem, SeatsLeft } from "../schema";

/**
 * Says how many come and who they are, by the link of the mails. Fewer: the last ones go, and what they
 * leave is offered in the same transaction. More: while registration is open and there are seats for them;
 * who waits keeps their turn. Refuses `too_many` with the people possible, `incomplete` with the fields,
 * `not_live` for what has ended, `begun`, and for more people by the window.
 */
export async function changeRegistration(
  actor: Actor,
  input: ChangeInput,
  at: Date = now(),
): Promise<Result<null, EditRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  return inTransaction<null, EditRefusal>(async (tx) => {
    const held = await holdByLink(tx, input.token, at);
    if (!isLive(held)) return refuse("not_live");
    const { event, registration } = held;
    if (at >= event.startsAt) return refuse("begun");
    const problems = changeProblems(held, input);
    if (problems.length > 0) return refuse("incomplete", { problems } satisfies Incomplete);
    const more = input.quantity - registration.quantity;
    const refusal = more > 0 ? whyNotMore(held, more, at) : null;
    if (refusal) return refusal;
    await rename(tx, held, input.names);
    if (more !== 0) await resize(tx, held, input, at);
    return ok(null);
  });
}

/** More than one may bring, and those who come without the name that is asked. */
function changeProblems(
  { event, registration }: Held,
  { quantity, names }: ChangeInput,
): Problem[] {
  const { attendees } = registration;
  const most = event.mostPeople;
  if (quantity > most && quantity > registration.quantity) {
    return [{ field: "quantity", problem: "atMost", most }];
  }
  if (!event.asksNames) return [];
  const positions = attendees.map(({ position }) => position);
  const { come } = repositioned(positions, quantity);
  return come
    .filter((position) => !names[position])
    .map((position) => ({ field: `name-${position + 1}`, problem: "required" }));
}

function whyNotMore(held: Held, more: number, at: Date) {
  const window = registrationWindow(held.event, at);
  return window === "open" ? whyNoSeats(held, more) : refuse(window);
}

/** Why so many more people have no seats, or no room in the line; null when they have. */
export function whyNoSeats({ room, registration }: Held, more: number) {
  const left = (most: number) => refuse("too_many", { left: most } satisfies SeatsLeft);
  if (registration.state !== "waiting") {
    return more > room.left ? left(registration.quantity + room.left) : null;
  }
  if (registration.quantity + more > room.capacity) return left(room.capacity);
  return room.waiting + more > mostWaiting(room.capacity) ? refuse("line_full") : null;
}

async function rename(
  tx: Tx,
  { registration: { spaceId, attendees } }: Held,
  names: ChangeInput["names"],
): Promise<void> {
  for (const { id, position, name } of attendees) {
    const given = names[position];
    if (given === undefined || given === name) continue;
    await tx.eventAttendee.update({
      where: { spaceId_id: { spaceId, id } },
      data: { name: given },
      select: { id: true },
    });
  }
}

type NewSize = Pick<ChangeInput, "quantity" | "names"> & {
  /** By a host: told whatever its state, with their words. */
  byHost?: { reason: string | null };
};

const kinds = {
  confirmed: "event-registered",
  waiting: "event-waiting",
  offered: "event-offered",
  cancelled: null,
  lapsed: null,
} as const;

/** The last ones go or newcomers come; the mailbox is told how many it is now. */
export async function resize(
  tx: Tx,
  { event, registration }: Held,
  { quantity, names, byHost }: NewSize,
  at: Date,
): Promise<void> {
  const { spaceId, eventId, id, attendees, state } = registration;
  const { gone, come } = repositioned(
    attendees.map(({ position }) => position),
    quantity,
  );
  await tx.eventAttendee.deleteMany({
    where: { spaceId, registrationId: id, position: { in: gone } },
  });
  await tx.eventAttendee.createMany({
    data: come.map((position) => ({
      ...{ id: newId(), spaceId, eventId, registrationId: id, position, createdAt: at },
      name: event.asksNames ? (names[position] ?? null) : null,
    })),
  });
  await tx.eventRegistration.update({
    where: { spaceId_id: { spaceId, id } },
    data: { quantity, sequence: { increment: 1 } },
    select: { id: true },
  });
  const kind = byHost || state === "confirmed" ? kinds[state] : null;
  if (kind) await tellSomeRegistered(tx, kind, event, { ids: [id], ...byHost }, at);
  await serveLine(tx, event, at);
}

/**
 * One of several does not come: their seat is offered to who waits. Of the last one it ends the
 * registration; of somebody gone already it does nothing. Refuses `not_live` and `begun`.
 */
export async function cancelOne(
  actor: Actor,
  { token, position }: { token: string; position: number },
  at: Date = now(),
): Promise<Result<null, EditRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  return inTransaction<null, EditRefusal>(async (tx) => {
    const held = await holdByLink(tx, token, at);
    if (!isLive(held)) return refuse("not_live");
    if (at >= held.event.startsAt) return refuse("begun");
    const { registration } = held;
    const { spaceId, id, attendees } = registration;
    if (!attendees.some((one) => one.position === position)) return ok(null);
    if (registration.quantity === 1) {
      await endRegistration(tx, actor, held, { reason: null }, at);
      return ok(null);
    }
    await tx.eventAttendee.deleteMany({ where: { spaceId, registrationId: id, position } });
    const rest = attendees.filter((one) => one.position !== position);
    const left = { ...registration, attendees: rest };
    const quantity = registration.quantity - 1;
    await resize(tx, { ...held, registration: left }, { quantity, names: {} }, at);
    return ok(null);
  });
}
