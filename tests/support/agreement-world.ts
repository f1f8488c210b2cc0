import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { reinstateBooking } from "@/lib/bookings/releases/commands";
import { settleSpace } from "@/lib/bookings/settlements/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import type { PersonActor } from "@/lib/core/actor";
import { day, instantAt } from "@/lib/core/day";
import { createEvent, editEvent } from "@/lib/events/editing/commands";
import type { EventFields } from "@/lib/events/editing/schema";
import { cancelEvent, publishEvent, reopenEvent } from "@/lib/events/showings/commands";
import { db } from "@/lib/infra/db";
import { aMember } from "./actors";
import { close } from "./closures";
import { aHouse, type House } from "./event-fields";
import { plainFields } from "./plain-events";

/** Days around the change of Sunday 25 October 2026, and hours one of which is lived twice that night. */
export const days = ["2026-10-22", "2026-10-24", "2026-10-25", "2026-10-26", "2026-10-29"].map(day);
export const starts = [60, 120, 150, 180, 540, 840];
const monday = new Date("2026-10-19T06:00:00Z");

export type When = { day: number; start: number; length: number };
export type Step =
  | ({ verb: "create"; room: number; publishes: boolean } & When)
  | ({ verb: "edit"; event: number; room: number; title: boolean } & When)
  | ({ verb: "board move"; event: number; room: number } & When)
  | { verb: EventVerb; event: number }
  | ({ verb: "member books"; room: number } & When)
  | {
      verb: "close";
      day: number;
      room: number;
      answer: "move" | "cancel" | "keep";
    }
  | { verb: "undo closure" }
  | { verb: "settle" };
export const eventVerbs = [
  "publish",
  "cancel",
  "reopen",
  "board cancel",
  "board reinstate",
] as const;
type EventVerb = (typeof eventVerbs)[number];

export type World = House & {
  member: PersonActor;
  events: string[];
  closures: string[];
  /** Each step a few seconds after the one before: a closure is undone within ten minutes. */
  at: Date;
};

/** A house whose bookings lapse, so that the room of an event would if anything let it. */
export async function aWorld(): Promise<World> {
  const house = await aHouse();
  await db.space.update({ where: { id: house.space.id }, data: { noShowGraceMinutes: 30 } });
  return { ...house, member: await aMember(), events: [], closures: [], at: monday };
}

/** The second of three is the other room, the third is no room at all. */
function placeOf({ room, other }: World, index: number): EventFields["place"] {
  const resource = [room, other][index];
  return resource ? { kind: "room", resourceId: resource.id } : { kind: "space" };
}

function wallOf({ day: on, start, length }: When) {
  const startMinute = starts[start % starts.length] ?? 540;
  const onDay = days[on % days.length] ?? day("2026-10-22");
  return { day: onDay, startMinute, endMinute: startMinute + 60 * (1 + (length % 3)) };
}

function hoursOf({ space }: World, when: When) {
  const { day: on, startMinute, endMinute } = wallOf(when);
  return {
    startsAt: instantAt(on, startMinute, space.timeZone),
    endsAt: instantAt(on, endMinute, space.timeZone),
  };
}

/** Whether it did something. */
type Did = Promise<boolean>;

/** Says the step; whatever is refused is refused, and what breaks throws. */
export async function say(world: World, step: Step): Did {
  world.at = new Date(world.at.getTime() + 5_000);
  switch (step.verb) {
    case "create":
      return create(world, step);
    case "edit":
      return edit(world, step);
    case "board move":
      return boardMove(world, step);
    case "member books":
      return memberBooks(world, step);
    case "close":
      return closePart(world, step);
    case "undo closure": {
      const closureId = world.closures.pop();
      return !!closureId && (await undoClosure(world.host, { closureId }, world.at)).ok;
    }
    case "settle":
      return settle(world);
    default:
      return sayOfEvent(world, step.verb, step.event);
  }
}

async function create(
  world: World,
  { room, publishes, ...when }: Extract<Step, { verb: "create" }>,
) {
  const { space, host, at } = world;
  const fields = plainFields({ place: placeOf(world, room), ...wallOf(when) });
  const made = await createEvent(host, { slug: space.slug, publishes, fields }, at);
  if (made.ok) world.events.push(made.value.id);
  return made.ok;
}

const chosen = ({ events }: World, index: number) => events[index % Math.max(1, events.length)];

async function edit(world: World, step: Extract<Step, { verb: "edit" }>): Did {
  const eventId = chosen(world, step.event);
  if (!eventId) return false;
  const title = step.title ? "Autre titre" : "Répondre à un marché public";
  const fields = plainFields({ place: placeOf(world, step.room), ...wallOf(step), title });
  return (await editEvent(world.host, { eventId, fields }, world.at)).ok;
}

async function roomOf(world: World, index: number): Promise<string | null> {
  const id = chosen(world, index);
  const event = id
    ? await db.event.findFirst({ where: { id }, select: { bookingId: true } })
    : null;
  return event?.bookingId ?? null;
}

async function boardMove(world: World, step: Extract<Step, { verb: "board move" }>): Did {
  const bookingId = await roomOf(world, step.event);
  if (!bookingId) return false;
  const resourceId = (step.room === 0 ? world.room : world.other).id;
  const place = { bookingId, resourceId, ...hoursOf(world, step) };
  return (await moveBooking(world.host, place, world.at)).ok;
}

async function memberBooks(world: World, step: Extract<Step, { verb: "member books" }>): Did {
  const resourceId = (step.room === 0 ? world.room : world.other).id;
  const hours = { slug: world.space.slug, resourceId, ...hoursOf(world, step) };
  return (await bookResource(world.member, hours, world.at)).ok;
}

async function closePart(world: World, step: Extract<Step, { verb: "close" }>): Did {
  const on = days[step.day % days.length] ?? day("2026-10-22");
  const rooms = [world.room.id, world.other.id, undefined];
  const target = { slug: world.space.slug, resourceId: rooms[step.room % 3] };
  const when = { first: on, last: on, part: "day" as const };
  const closed = await close(world.host, target, when, { all: step.answer }, world.at).catch(
    // Nothing is open that day: there is nothing to close.
    (error: unknown) => {
      if (error instanceof Error && /^[a-z_]+$/.test(error.message)) return null;
      throw error;
    },
  );
  if (closed?.ok) world.closures.push(closed.value.id);
  return closed?.ok === true;
}

/** What time alone decides, well after every event has begun. */
async function settle({ space }: World): Did {
  await settleSpace(db, space.id, new Date("2026-11-30T00:00:00Z"));
  return true;
}

async function sayOfEvent(world: World, verb: EventVerb, index: number): Did {
  const { host, at } = world;
  const eventId = chosen(world, index);
  const bookingId = (await roomOf(world, index)) ?? "";
  if (!eventId) return false;
  switch (verb) {
    case "publish":
      return (await publishEvent(host, { eventId }, at)).ok;
    case "cancel":
      return (await cancelEvent(host, { eventId }, at)).ok;
    case "reopen":
      return (await reopenEvent(host, { eventId }, at)).ok;
    case "board cancel":
      return bookingId !== "" && (await cancelBooking(host, { bookingId }, at)).ok;
    case "board reinstate":
      return reinstateAny(world);
  }
}

/** Any booking of an event that was given back, its own or one that its event left. */
async function reinstateAny({ space, host, at }: World): Did {
  const given = await db.booking.findMany({
    where: { spaceId: space.id, source: "event", state: "cancelled" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const did: boolean[] = [];
  for (const { id } of given) did.push((await reinstateBooking(host, { bookingId: id }, at)).ok);
  return did.includes(true);
}

/** Where the calendars of rooms and the events of that space say different things; empty when they agree. */
export async function disagreements(spaceId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ said: string }[]>`
    SELECT 'event ' || e.state || ' against booking ' || coalesce(b.state::text, 'none') AS said
    FROM events e
    LEFT JOIN bookings b ON b.space_id = e.space_id AND b.id = e.booking_id
    WHERE e.space_id = ${spaceId}::uuid AND CASE
      WHEN e.state = 'published' AND e.place_kind = 'room' THEN
        (b.state, b.source, b.resource_id, b.day, b.starts_at, b.ends_at, b.guest_name)
          IS DISTINCT FROM ('confirmed'::booking_state, 'event'::booking_source, e.resource_id, e.day, e.starts_at, e.ends_at, e.title)
        OR b.lapses_at IS NOT NULL
        OR e.day <> (e.starts_at AT TIME ZONE (SELECT time_zone FROM spaces WHERE id = e.space_id))::date
      ELSE b.state IN ('held', 'confirmed') END
    UNION ALL
    SELECT 'a room held for no event'
    FROM bookings b
    WHERE b.space_id = ${spaceId}::uuid AND b.source = 'event' AND b.state IN ('held', 'confirmed')
      AND NOT EXISTS (SELECT FROM events e WHERE e.space_id = b.space_id AND e.booking_id = b.id AND e.state = 'published')`;
  return rows.map(({ said }) => said);
}
