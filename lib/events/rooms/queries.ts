import { withAlternatives } from "@/lib/bookings/alternatives/queries";
import type { Actor } from "@/lib/core/actor";
import type { Refused } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { instantsOf } from "../editing/rules";
import { type EditingRefusal, type EventFields, roomRefusals } from "../editing/schema";
import { canDo } from "../policy";

/** The refusal of a room with up to three free places near what was asked; any other as it is. */
export async function withFreeRooms(
  refused: Refused<EditingRefusal>,
  slug: string,
  fields: EventFields,
  at: Date,
): Promise<Refused<EditingRefusal>> {
  const isOfRoom = roomRefusals.some((code) => code === refused.refusal);
  if (!isOfRoom || fields.place.kind !== "room") return refused;
  const { calendar } = await getSpaceBySlug(slug);
  const { startsAt, endsAt } = instantsOf(fields, calendar.timeZone);
  const { resourceId } = fields.place;
  const people = fields.capacity ?? undefined;
  return withAlternatives(refused, { slug, resourceId, wanted: { startsAt, endsAt }, people }, at);
}

export type RoomEvent = { slug: string; spaceSlug: string; title: string; registered: number };

/** The events that these bookings are the rooms of, by booking, for whoever may change them; no other. */
export async function listRoomEvents(
  actor: Actor,
  bookingIds: string[],
): Promise<Map<string, RoomEvent>> {
  const rows = await db.event.findMany({
    where: { bookingId: { in: bookingIds } },
    select: {
      spaceId: true,
      bookingId: true,
      slug: true,
      title: true,
      space: { select: { slug: true } },
      registrations: {
        where: { state: { in: ["confirmed", "offered"] } },
        select: { quantity: true },
      },
    },
  });
  const shown = rows.filter((row) => canDo(actor, "edit", row));
  return new Map(
    shown.map(({ bookingId, slug, title, space, registrations }) => [
      bookingId ?? "",
      {
        ...{ slug, title, spaceSlug: space.slug },
        registered: registrations.reduce((sum, { quantity }) => sum + quantity, 0),
      },
    ]),
  );
}
