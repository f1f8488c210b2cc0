import { recheckBookings } from "@/lib/bookings/rechecks/queries";
import type { Tx } from "@/lib/infra/db";
import { eventNoticeKinds, eventPayload } from "@/lib/notifications/event-notices/schema";
import type { Recheck, Told } from "@/lib/notifications/rechecks/queries";

/**
 * What of a mail about an event is still true when it is sent: an offer that stands, or has
 * lapsed while the line goes on, a turn that still waits, a reminder of an event as it was told, a change of
 * an event that is on, to who leads it too; none to somebody whose registration is nobody's any more. Of others what
 * recheckBookings says.
 */
export const recheckEvents: Recheck = async (tx, told, at) => {
  if (isOfEvent(told.kind) && eventPayload.parse(told.payload).isLeading) {
    return (await isStillSo(tx, told, at)) ? told.payload : null;
  }
  if (isOfEvent(told.kind) && !(await isStillTheirs(tx, told))) return null;
  switch (told.kind) {
    case "event-offered":
    case "event-offer-lapsed":
    case "event-waiting":
    case "event-reminder":
    case "event-changed":
      return (await isAsTold(tx, told, at)) ? told.payload : null;
    default:
      return isOfEvent(told.kind) ? told.payload : recheckBookings(tx, told, at);
  }
};

function isOfEvent(kind: string): boolean {
  return eventNoticeKinds.some((known) => known === kind);
}

/** To a member who leads it: cancelled it is told in any case, a change of it while it is to come. */
async function isStillSo(tx: Tx, { kind, payload, personId }: Told, at: Date): Promise<boolean> {
  const isMember =
    personId !== null && (await tx.person.count({ where: { id: personId, erasedAt: null } })) > 0;
  if (kind !== "event-changed" || !isMember) return isMember;
  const { eventId = "" } = eventPayload.parse(payload);
  const event = await tx.event.findFirst({
    where: { id: eventId },
    select: { state: true, startsAt: true },
  });
  return event?.state === "published" && event.startsAt > at;
}

/** Forgotten with the account whose address it was made with, or too old: its mailbox is written to no more. */
async function isStillTheirs(tx: Tx, { payload }: Told): Promise<boolean> {
  const { registrationId = "" } = eventPayload.parse(payload);
  const row = await tx.eventRegistration.findFirst({
    where: { id: registrationId },
    select: { email: true, person: { select: { email: true } } },
  });
  return Boolean(row?.email ?? row?.person?.email);
}

const live: readonly string[] = ["confirmed", "waiting", "offered"];

async function isAsTold(tx: Tx, { kind, payload }: Told, at: Date): Promise<boolean> {
  const told = eventPayload.parse(payload);
  const row = await tx.eventRegistration.findFirst({
    where: { id: told.registrationId ?? "" },
    select: {
      state: true,
      offerUntil: true,
      sequence: true,
      event: { select: { state: true, startsAt: true, sequence: true } },
    },
  });
  if (row?.event.state !== "published" || row.event.startsAt <= at) return false;
  if (kind === "event-changed") return live.includes(row.state);
  if (kind === "event-offer-lapsed") return row.state === "lapsed";
  if (kind === "event-waiting") return row.state === "waiting";
  if (kind === "event-offered") return row.offerUntil !== null && row.offerUntil > at;
  return row.state === "confirmed" && row.sequence + row.event.sequence === told.sequence;
}
