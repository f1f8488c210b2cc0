import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { closureInterval } from "@/lib/spaces/closures/rules";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { type Alternative, alternativesTo, type Wish } from "../alternatives/rules";
import { canRunDay } from "../policy";
import { listSpacesWithBookings } from "../queries";
import type { BookedPart, BookingPart } from "../schema";

export type Hit = {
  id: string;
  name: string;
  part: BookedPart;
  resourceName: string;
  /** Where this person could go instead, nearest first; null when nowhere. */
  instead: Alternative | null;
};

/** Whom a closure would hit and where each could go instead, before anything changes. NotFound for others than hosts. */
export async function previewClosure(
  actor: Actor,
  wanted: { slug: string; day: Day; part: BookingPart },
  at: Date = now(),
): Promise<Hit[]> {
  const { slug, day } = wanted;
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const during = closureInterval(space.calendar, day, wanted.part);
  const hits = await listBookingsHit(db, space.id, during, at);
  const spaces = (await listSpacesWithBookings({ first: day, last: addDays(day, 14) }, at)).map(
    (other) =>
      other.slug === slug
        ? {
            ...other,
            calendar: {
              ...other.calendar,
              closures: [...other.calendar.closures, { ...during, reason: "" }],
            },
          }
        : other,
  );
  return hits.map((hit) => ({
    id: hit.id,
    name: hit.person?.name ?? hit.guestName ?? "",
    part: hit.part,
    resourceName: hit.resource.name,
    instead: alternativesTo(wishOf(slug, hit), spaces, at)[0] ?? null,
  }));
}

function wishOf(
  slug: string,
  hit: Interval & { resourceId: string; day: Date; part: BookedPart },
): Wish {
  const { resourceId, startsAt, endsAt, part } = hit;
  const wanted = part === "hours" ? { startsAt, endsAt } : { day: dayFromColumn(hit.day), part };
  return { slug, resourceId, wanted };
}

/** Live bookings a closure hits: not over, nobody there yet; in the order they were made. */
export async function listBookingsHit(client: Tx, spaceId: string, during: Interval, at: Date) {
  return client.booking.findMany({
    where: {
      spaceId,
      state: { in: ["confirmed", "held", "requested"] },
      checkedInAt: null,
      startsAt: { lt: during.endsAt, gt: new Date(during.startsAt.getTime() - 25 * 3_600_000) },
      endsAt: { gt: during.startsAt > at ? during.startsAt : at },
    },
    select: {
      id: true,
      spaceId: true,
      personId: true,
      state: true,
      resourceId: true,
      day: true,
      startsAt: true,
      endsAt: true,
      part: true,
      guestName: true,
      person: { select: { name: true } },
      resource: { select: { name: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
