import { type Day, dayFromColumn } from "@/lib/core/day";
import { db } from "@/lib/infra/db";

/** The last local day each of these people was noted in a space; no check, whoever asks has decided. */
export async function lastComings(spaceId: string, personIds: string[]): Promise<Map<string, Day>> {
  const rows = await db.booking.groupBy({
    by: ["personId"],
    where: { spaceId, personId: { in: personIds }, checkedInAt: { not: null } },
    _max: { day: true },
  });
  const days = rows.flatMap(({ personId, _max }) =>
    personId && _max.day ? [[personId, dayFromColumn(_max.day)] as const] : [],
  );
  return new Map(days);
}

export type ComingBooking = {
  id: string;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  resourceName: string;
};

/** What stands of somebody's bookings in a space from now on; no check, whoever asks has decided. */
export async function listComingIn(
  spaceId: string,
  personId: string,
  at: Date,
): Promise<ComingBooking[]> {
  const rows = await db.booking.findMany({
    where: { spaceId, personId, state: { in: ["requested", "confirmed"] }, endsAt: { gt: at } },
    select: {
      ...{ id: true, day: true, startsAt: true, endsAt: true },
      resource: { select: { name: true } },
    },
    orderBy: { startsAt: "asc" },
    take: 30,
  });
  return rows.map(({ day, resource, ...row }) => ({
    ...row,
    day: dayFromColumn(day),
    resourceName: resource.name,
  }));
}
