import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { listHostsOf } from "@/lib/identity/queries";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { notify } from "@/lib/notifications/commands";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { noteChange } from "../changes/commands";
import type { EditingRefusal, EventAddress, EventIdInput } from "../editing/schema";
import { type HeldEvent, holdEvent, noteInJournal } from "../holds/commands";
import { insertEvent } from "../insertions/commands";
import { showEvent } from "../showings/commands";
import { noticeOf } from "./rules";
import {
  mostProposals,
  type ProposalRefusal,
  type ProposeEventInput,
  type RefuseProposalInput,
  type WithdrawRefusal,
} from "./schema";

const proposing = { name: "event-proposed", times: 10, seconds: 86_400 };

/**
 * A member proposes an event to the hosts of a space: nobody else sees it and no room is booked before they
 * accept it. They are told. The same key answers with the same one. Refuses `too_many_proposals`,
 * `proposed_too_often`, and what keeps an event from being written.
 */
export async function proposeEvent(
  actor: Actor,
  input: ProposeEventInput,
  at: Date = now(),
): Promise<Result<EventAddress, ProposalRefusal>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  if ((await secondsToWait(proposing, actor.personId)) !== null) {
    return refuse("proposed_too_often");
  }
  return inTransaction<EventAddress, ProposalRefusal>(async (tx) => {
    await lockAlone(tx, `proposals ${actor.personId}`);
    return proposeIn(tx, actor, input, at);
  });
}

async function proposeIn(
  tx: Tx,
  actor: PersonActor,
  { slug: spaceSlug, fields: said, idempotencyKey }: ProposeEventInput,
  at: Date,
): Promise<Result<EventAddress, ProposalRefusal>> {
  const space = await getSpaceBySlug(spaceSlug, tx);
  const { personId: createdBy } = actor;
  const again = idempotencyKey
    ? await tx.event.findFirst({
        where: { spaceId: space.id, createdBy, idempotencyKey },
        select: { id: true, slug: true },
      })
    : null;
  if (again) return ok({ ...again, spaceSlug });
  const open = await tx.event.count({
    where: { createdBy, state: "proposed", endsAt: { gt: at } },
  });
  if (open >= mostProposals) return refuse("too_many_proposals");
  const event = { id: newId(), state: "proposed" as const, idempotencyKey, at };
  // Hosts read a proposal as it is: it never gives out what opens a workshop.
  const fields = { ...said, habilitationId: null };
  const written = await insertEvent(tx, actor, space, fields, event);
  if (!written.ok) return written;
  await noteChange(tx, actor, { spaceId: space.id, id: event.id }, { verb: "proposed", at });
  await tellHosts(tx, space, event.id);
  return written;
}

async function tellHosts(tx: Tx, space: Space, id: string): Promise<void> {
  const event = await tx.event.findUniqueOrThrow({
    where: { spaceId_id: { spaceId: space.id, id } },
  });
  const url = `${env().NEXTAUTH_URL}/hote/${space.slug}/evenements/${event.slug}/modifier`;
  const payload = { ...noticeOf(event, space), url };
  for (const { id: personId, email, locale } of await listHostsOf(space.id, tx)) {
    await notify(tx, { kind: "event-proposed", personId, email, locale, payload });
  }
}

/**
 * Accepts what a member proposed: shown to everybody, its room booked now; the member is told. One that was
 * refused may be accepted after all; accepted already, nothing changes. Refuses `event_ended` (it was never
 * proposed, or ended otherwise) and as `showEvent`. A closing of registrations that has passed is dropped. Hosts of the space and staff; journalled.
 */
export async function acceptProposal(
  actor: Actor,
  { eventId }: EventIdInput,
  at: Date = now(),
): Promise<Result<EventAddress, EditingRefusal>> {
  return inTransaction<EventAddress, EditingRefusal>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "decide", eventId, at);
    if (event.state === "published") return ok(addressOf(event, space));
    if (event.state !== "proposed" && event.state !== "refused") return refuse("event_ended");
    const shown = await showEvent(tx, actor, space, event, at);
    if (!shown.ok) return shown;
    await reopenRegistrations(tx, event, at);
    await noteChange(tx, actor, event, { verb: "published", at });
    await noteInJournal(tx, actor, event, "event.accepted");
    await tellProposer(tx, space, event, { decision: "accepted", reason: null });
    return shown;
  });
}

/**
 * Refuses what a member proposed, with a reason they are told. Twice is the same as once; `acceptProposal`
 * undoes it. Refuses `event_ended` (not proposed any more). Hosts of the space and staff; journalled.
 */
export async function refuseProposal(
  actor: Actor,
  { eventId, reason }: RefuseProposalInput,
  at: Date = now(),
): Promise<Result<EventAddress, EditingRefusal>> {
  return inTransaction<EventAddress, EditingRefusal>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "decide", eventId, at);
    if (event.state === "refused") return ok(addressOf(event, space));
    if (event.state !== "proposed") return refuse("event_ended");
    await tx.event.update({
      where: { spaceId_id: { spaceId: event.spaceId, id: event.id } },
      data: {
        ...{ state: "refused", endedAt: at, endedBy: personIdOf(actor), endReason: reason },
      },
    });
    await noteChange(tx, actor, event, { verb: "refused", at, reason });
    await noteInJournal(tx, actor, event, "event.refused", reason);
    await tellProposer(tx, space, event, { decision: "refused", reason });
    return ok(addressOf(event, space));
  });
}

/**
 * Takes back what one proposed, before the hosts answered or too late for them to: they see that it is. Twice
 * is the same as once. Refuses `decided`. NotFound for anybody but who proposed it.
 */
export async function withdrawProposal(
  actor: Actor,
  { eventId }: EventIdInput,
  at: Date = now(),
): Promise<Result<EventAddress, WithdrawRefusal>> {
  return inTransaction<EventAddress, WithdrawRefusal>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "withdraw", eventId, at);
    if (event.state === "withdrawn") return ok(addressOf(event, space));
    if (event.state !== "proposed") return refuse("decided");
    await tx.event.update({
      where: { spaceId_id: { spaceId: event.spaceId, id: event.id } },
      data: { state: "withdrawn", endedAt: at, endedBy: personIdOf(actor) },
    });
    await noteChange(tx, actor, event, { verb: "withdrawn", at });
    return ok(addressOf(event, space));
  });
}

/** Accepted after the day its registration was to close, it would be shown and closed: it stays open to its start. */
async function reopenRegistrations(
  tx: Tx,
  { spaceId, id, closesAt }: HeldEvent,
  at: Date,
): Promise<void> {
  if (!closesAt || closesAt > at) return;
  await tx.event.update({ where: { spaceId_id: { spaceId, id } }, data: { closesAt: null } });
}

type Decision = { decision: "accepted" | "refused"; reason: string | null };

async function tellProposer(
  tx: Tx,
  space: Space,
  event: HeldEvent,
  decided: Decision,
): Promise<void> {
  const person = event.createdBy
    ? await tx.person.findUnique({
        where: { id: event.createdBy },
        select: { id: true, email: true, locale: true },
      })
    : null;
  if (!person?.email) return;
  const { id: personId, email, locale } = person;
  const url = `${env().NEXTAUTH_URL}/evenements/${event.slug}`;
  const payload = { ...noticeOf(event, space), ...decided, url };
  await notify(tx, { kind: "event-decided", personId, email, locale, payload });
}

function addressOf({ id, slug }: { id: string; slug: string }, space: Space): EventAddress {
  return { id, slug, spaceSlug: space.slug };
}
