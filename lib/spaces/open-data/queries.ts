import { type Day, dayOf } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { networkTimeZone } from "../schema";

/** Lines of the journal after which a place is told otherwise. */
const changes = [
  "space.settings_changed",
  "opening.changed",
  "closure.announced",
  "closure.withdrawn",
  "resource.added",
  "resource.changed",
];

/**
 * The local day on which what is told of each space last changed, by slug: its last journalled change, or
 * its making. Of the network's zone; public, it says when and never who.
 */
export async function listChangedDays(): Promise<Map<string, Day>> {
  const [spaces, latest] = await Promise.all([
    db.space.findMany({ select: { id: true, slug: true, createdAt: true } }),
    db.journalEntry.groupBy({
      by: ["spaceId"],
      where: { action: { in: changes }, spaceId: { not: null } },
      _max: { at: true },
    }),
  ]);
  const changedAt = new Map(latest.map(({ spaceId, _max }) => [spaceId, _max.at]));
  return new Map(
    spaces.map(({ id, slug, createdAt }) => [
      slug,
      dayOf(changedAt.get(id) ?? createdAt, networkTimeZone),
    ]),
  );
}
