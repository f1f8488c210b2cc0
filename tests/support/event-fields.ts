import type { PersonActor } from "@/lib/core/actor";
import { instantAt } from "@/lib/core/day";
import { createEvent } from "@/lib/events/editing/commands";
import type { EventFields } from "@/lib/events/editing/schema";
import { answerNaming } from "@/lib/events/speakers/answers/commands";
import { db } from "@/lib/infra/db";
import { hostOf } from "./actors";
import { thursday } from "./events";
import { aRoom, aSpace, mondayMorning } from "./factories";
import { plainFields } from "./plain-events";

/** A space with two rooms of eight, and its host. */
export async function aHouse() {
  const space = await aSpace();
  const [room, other] = [await aRoom(space), await aRoom(space)];
  return { space, room, other, host: await hostOf(space) };
}
export type House = Awaited<ReturnType<typeof aHouse>>;

/** An event that a host of the house has shown, in its room unless told. */
export async function made(
  { space, room, host }: House,
  own: Partial<EventFields> = {},
  publishes = true,
) {
  const place = { kind: "room" as const, resourceId: room.id };
  const input = { slug: space.slug, publishes, fields: plainFields({ place, ...own }) };
  const result = await createEvent(host, input, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** The event as it stands, with its history and the booking of its room. */
export async function standing(id: string) {
  const event = await db.event.findFirstOrThrow({
    where: { id },
    include: { changes: { orderBy: [{ at: "asc" }, { id: "asc" }] } },
  });
  const booking = event.bookingId
    ? await db.booking.findFirst({ where: { spaceId: event.spaceId, id: event.bookingId } })
    : null;
  return { ...event, booking };
}

/** The instants of that Thursday at those minutes of the wall. */
export function atWall(space: { timeZone: string }, from: number, until: number) {
  return {
    startsAt: instantAt(thursday, from, space.timeZone),
    endsAt: instantAt(thursday, until, space.timeZone),
  };
}

/** How many jobs will tell whoever is registered at that space. */
export async function tellingsOf(spaceId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'tell_event_change' AND j.payload ->> 'spaceId' = ${spaceId}`;
  return row?.count ?? 0;
}

/** What a member answers who is asked to lead an event. */
export async function says(
  member: PersonActor,
  eventId: string,
  answer: "accept" | "decline",
  { at = mondayMorning, withSeries = false } = {},
) {
  const { personId } = member;
  const { id: speakerId } = await db.eventSpeaker.findFirstOrThrow({
    where: { eventId, personId },
  });
  return answerNaming(member, { speakerId, answer, withSeries }, at);
}
