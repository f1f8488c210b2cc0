import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";
import { getSpaceWithDays, type SpaceDay } from "../queries";
import type { BookedPart } from "../schema";
import { type Attendance, attendanceOf } from "./rules";

export type HostEntry = {
  id: string;
  name: string;
  part: BookedPart;
  startsAt: Date;
  endsAt: Date;
  resource: { id: string; name: string };
  isWalkIn: boolean;
  attendance: Attendance;
};

export type HostDay = { space: Space; day: SpaceDay; entries: HostEntry[] };

/**
 * Everything a host needs of one local day: free places by half-day and who comes, soonest first; one
 * query for the bookings whatever the number of desks. NotFound for whoever does not run this space.
 */
export async function getHostDay(
  actor: Actor,
  slug: string,
  day: Day,
  at: Date = now(),
): Promise<HostDay> {
  const { space, days } = await getSpaceWithDays(slug, { first: day, last: day }, at);
  const [spaceDay] = days;
  if (!spaceDay || !canRunDay(actor, space.id)) throw new NotFound();
  const rows = await db.booking.findMany({
    where: { spaceId: space.id, day: dateColumn(day), state: { in: ["confirmed", "no_show"] } },
    select: {
      id: true,
      part: true,
      startsAt: true,
      endsAt: true,
      checkedInAt: true,
      guestName: true,
      source: true,
      person: { select: { name: true } },
      resource: { select: { id: true, name: true } },
    },
    orderBy: [{ startsAt: "asc" }, { createdAt: "asc" }],
  });
  const entries = rows.map((row) => ({
    id: row.id,
    name: row.person?.name ?? row.guestName ?? "",
    part: row.part,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    resource: row.resource,
    isWalkIn: row.source === "walk_in",
    attendance: attendanceOf(row, at),
  }));
  return { space, day: spaceDay, entries };
}
