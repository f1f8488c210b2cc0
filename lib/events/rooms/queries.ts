import { withAlternatives } from "@/lib/bookings/alternatives/queries";
import type { Refused } from "@/lib/core/result";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { instantsOf } from "../editing/rules";
import { type EditingRefusal, type EventFields, roomRefusals } from "../editing/schema";

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
