import { addDays, type Day, dateColumn, instantAt, weekdayOf } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/infra/db";

const zone = "Europe/Paris";
/** Days back over which hosts are said to have opened their board. */
const daysBack = 14;

type Line = Prisma.JournalEntryCreateManyInput & { at: Date };

/**
 * What the hosts and staff of the demonstration did and saw of late, as the journal would tell it:
 * invented as the rest, the same every time, the oldest line first.
 */
export async function seedJournal(today: Day): Promise<void> {
  const spaces = await db.space.findMany({
    select: {
      id: true,
      grants: { where: { role: "host" }, select: { personId: true } },
      resources: { where: { kind: "room" }, select: { id: true }, take: 1 },
    },
    orderBy: { slug: "asc" },
  });
  const admin = await db.roleGrant.findFirst({
    where: { role: "admin" },
    select: { personId: true },
  });
  const lines: Line[] = [];
  for (const [index, space] of spaces.entries()) {
    const [host] = space.grants;
    if (!host) continue;
    const by = { actorId: host.personId, spaceId: space.id };
    lines.push(...namedLines(admin?.personId ?? null, by, today, index));
    lines.push(...(await seenLines(by, today, index)));
    const [room] = space.resources;
    if (room) lines.push(roomLine(by, room.id, today, index));
  }
  lines.sort((a, b) => a.at.getTime() - b.at.getTime());
  await db.journalEntry.createMany({ data: lines });
}

type By = { actorId: string; spaceId: string };

const at = (on: Day, minute: number) => instantAt(on, minute, zone);

/** Who named the host, and what the host then set and announced. */
function namedLines(adminId: string | null, by: By, today: Day, index: number): Line[] {
  const granted: Line = {
    at: at(addDays(today, -60 + index), 9 * 60 + index),
    ...{ actorId: adminId, spaceId: by.spaceId, subjectId: by.actorId },
    ...{ action: "role.granted", after: { role: "host" } },
  };
  const settings: Line = {
    at: at(addDays(today, -40 + index), 14 * 60 + 7 * index),
    ...{ ...by, action: "space.settings_changed" },
    ...{ before: { offerMinutes: 120 }, after: { offerMinutes: 240 } },
  };
  return index % 2 === 0 ? [granted, settings] : [granted];
}

/** A room that was said to hold more than it does. */
function roomLine(by: By, roomId: string, today: Day, index: number): Line {
  return {
    at: at(addDays(today, -20 + index), 10 * 60 + 11 * index),
    ...{ ...by, subjectId: roomId, action: "resource.changed" },
    ...{ before: { capacity: 12 }, after: { capacity: 10 } },
  };
}

/** Each working day, whoever came that day was on the host's board. */
async function seenLines(by: By, today: Day, index: number): Promise<Line[]> {
  const first = addDays(today, -daysBack);
  const bookings = await db.booking.findMany({
    where: {
      spaceId: by.spaceId,
      personId: { not: null },
      day: { gte: dateColumn(first), lt: dateColumn(today) },
      state: { in: ["confirmed", "no_show"] },
    },
    select: { personId: true, day: true },
    orderBy: { startsAt: "asc" },
  });
  return Array.from({ length: daysBack }, (_, back) => addDays(first, back)).flatMap((on) => {
    const people = new Set(
      bookings.flatMap(({ personId, day }) =>
        day.getTime() === dateColumn(on).getTime() && personId !== by.actorId
          ? (personId ?? [])
          : [],
      ),
    );
    if (people.size === 0 || weekdayOf(on) > 5) return [];
    const after = { screen: "host_day", as: "host", people: [...people] };
    return [{ at: at(on, 8 * 60 + 20 + index), ...by, action: "people.viewed", after }];
  });
}
