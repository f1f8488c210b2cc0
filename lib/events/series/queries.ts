import { decideRoom } from "@/lib/bookings/event-rooms/rules";
import { listTakenIntervals } from "@/lib/bookings/queries";
import { freeAmong } from "@/lib/bookings/rules";
import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import { instantsOf } from "../editing/rules";
import type { EventFields } from "../editing/schema";
import { type EventToEdit, getEventToEdit } from "../hosted/queries";
import { canDo } from "../policy";
import { onAnotherDay, repeatedDays } from "./rules";
import type { Repeat, RepeatRefusal } from "./schema";

/** `exists`: the series has that date already, whatever became of it. */
export type PreviewedDate = {
  day: Day;
  state:
    | "free"
    | "exists"
    | "room_taken"
    | "space_closed"
    | "resource_closed"
    | "not_bookable"
    | "beyond_horizon";
  reason: string | null;
};

/**
 * Every date on which an event would come again, with what its room's calendar says of it now. NotFound for
 * whoever may not make events there; refuses as `repeatedDays`.
 */
export async function previewRepeat(
  actor: Actor,
  address: { slug: string; event: string },
  repeat: Repeat,
  at: Date = now(),
): Promise<Result<PreviewedDate[], RepeatRefusal>> {
  const event = await getEventToEdit(actor, address);
  const { space, fields } = event;
  if (!canDo(actor, "create", { spaceId: space.id })) throw new NotFound();
  const days = repeatedDays(fields.day, repeat, dayOf(at, space.calendar.timeZone));
  if (!days.ok) return days;
  const known = await daysOfSeries(event);
  return ok(await judge(space, fields, days.value, known, at));
}

async function daysOfSeries({ space, seriesId }: EventToEdit): Promise<Day[]> {
  if (!seriesId) return [];
  const rows = await db.event.findMany({
    where: { spaceId: space.id, seriesId },
    select: { day: true },
  });
  return rows.map(({ day }) => dayFromColumn(day));
}

async function judge(
  space: Space,
  fields: EventFields,
  days: Day[],
  known: Day[],
  at: Date,
): Promise<PreviewedDate[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const taken = (await listTakenIntervals([space], { first, last }, at)).get(space.id) ?? [];
  const { place } = fields;
  const room =
    place.kind === "room" ? space.resources.find(({ id }) => id === place.resourceId) : undefined;
  return days.map((day): PreviewedDate => {
    if (known.includes(day)) return { day, state: "exists", reason: null };
    if (place.kind !== "room") return { day, state: "free", reason: null };
    const { startsAt, endsAt } = instantsOf(onAnotherDay(fields, day), space.calendar.timeZone);
    const refused = decideRoom(space, room, { day, startsAt, endsAt }, at);
    if (refused) return { day, state: refused.refusal, reason: reasonOf(refused.data) };
    const isFree = room && freeAmong([room], taken, { startsAt, endsAt }).length > 0;
    return { day, state: isFree ? "free" : "room_taken", reason: null };
  });
}

function reasonOf(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("reason" in data)) return null;
  return typeof data.reason === "string" ? data.reason : null;
}

/** The dates of a series that come after one, to come at that instant and not cancelled, in order. */
export async function listFollowing(
  { spaceId, seriesId, day }: { spaceId: string; seriesId: string | null; day: Day },
  at: Date,
): Promise<{ id: string; day: Day }[]> {
  if (!seriesId) return [];
  const rows = await db.event.findMany({
    where: {
      ...{ spaceId, seriesId, day: { gt: dateColumn(day) }, startsAt: { gt: at } },
      state: { in: ["published", "draft"] },
    },
    select: { id: true, day: true },
    orderBy: { startsAt: "asc" },
  });
  return rows.map((row) => ({ id: row.id, day: dayFromColumn(row.day) }));
}
