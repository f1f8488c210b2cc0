import type { PersonActor } from "@/lib/core/actor";
import { type Day, dayOf, homeTimeZone } from "@/lib/core/day";
import { db, Prisma } from "@/lib/infra/db";
import { type ViewScreen, viewedPeople } from "./schema";

/** Somebody who saw the actor's data, as what, where and on which local day of the network. */
export type ViewOfMe = {
  day: Day;
  /** Null once they erased their account, or never gave a name. */
  viewerName: string | null;
  viewedAs: "host" | "staff";
  screen: ViewScreen;
  /** Null = seen for the whole network. */
  spaceId: string | null;
};

const mostLines = 1_000;

/**
 * Which hosts and staff had the actor's data on screen, the latest first, once a day, viewer, screen and
 * space; the last thousand lines. Nobody else's views.
 */
export async function listViewsOf(actor: PersonActor): Promise<ViewOfMe[]> {
  const rows = await db.$queryRaw<ViewRow[]>(Prisma.sql`
    SELECT j.at, j.actor_id AS "viewerId", p.name, j.space_id AS "spaceId", j.after
    FROM journal_entries j LEFT JOIN persons p ON p.id = j.actor_id
    WHERE j.action = 'people.viewed' AND j.after -> 'people' ? ${actor.personId}
    ORDER BY j.at DESC, j.id DESC LIMIT ${mostLines}`);
  const views = rows.flatMap((row) => {
    const seen = viewedPeople.safeParse(row.after).data;
    if (!seen) return [];
    const { screen, as } = seen;
    const day = dayOf(row.at, homeTimeZone);
    const key = `${day} ${row.viewerId} ${screen} ${row.spaceId}`;
    const view = { day, viewerName: row.name, viewedAs: as, screen, spaceId: row.spaceId };
    return [[key, view] as const];
  });
  // The first of equal keys, which is the latest: a map keeps the place of the first and the last value.
  return [...new Map(views).values()];
}

type ViewRow = {
  at: Date;
  viewerId: string | null;
  name: string | null;
  spaceId: string | null;
  after: unknown;
};
