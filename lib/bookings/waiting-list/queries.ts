import type { Actor, PersonActor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { getSpaceBySlug, listSpaces, type Space } from "@/lib/spaces/queries";
import type { ResourceKind } from "@/lib/spaces/schema";
import { canRunDay } from "../policy";
import type { BookedPart } from "../schema";
import { waitingStateAt } from "./rules";

/** What somebody waits for, as the screens say it. */
export type WaitingView = {
  id: string;
  day: Day;
  part: BookedPart;
  startsAt: Date;
  endsAt: Date;
  kind: ResourceKind;
  /** The one waited for; null = any of the kind. */
  resourceName: string | null;
  quantity: number;
  space: { slug: string; name: string; communeName: string; timeZone: string };
};

export type OfferView = WaitingView & {
  offerUntil: Date;
  /** Names of the places held. */
  places: string[];
};

/** `place` is the place in line: 1 = nobody before who could take the same place. */
export type InLineView = WaitingView & { place: number };

export type WaitingOfMember = {
  offers: OfferView[];
  waiting: InLineView[];
  /** Offers that ended without an answer, for slots still to come. */
  missed: WaitingView[];
};

/**
 * What the member is offered at that instant, the first to end first; what they wait for, soonest
 * first, with their place in line; and what they let pass.
 */
export async function listWaitingOfMember(
  actor: PersonActor,
  at: Date = now(),
): Promise<WaitingOfMember> {
  const rows = await db.waitingEntry.findMany({
    where: {
      personId: actor.personId,
      startsAt: { gt: at },
      OR: [
        { state: { in: ["waiting", "offered"] } },
        { state: "lapsed", offeredAt: { not: null } },
      ],
    },
    select: entrySelect,
    orderBy: [{ offerUntil: "asc" }, { startsAt: "asc" }],
    take: 200,
  });
  if (rows.length === 0) return { offers: [], waiting: [], missed: [] };
  const ids = rows.map(({ id }) => id);
  const [spaces, places] = await Promise.all([listSpaces(), placesInLine(ids, at)]);
  const views = rows.flatMap((row) => {
    const space = spaces.find(({ id }) => id === row.spaceId);
    return space ? [{ row, view: toView(row, space), state: waitingStateAt(row, at) }] : [];
  });
  return {
    offers: views.flatMap(({ row, view, state }) =>
      state === "offered" && row.offerUntil
        ? [{ ...view, offerUntil: row.offerUntil, places: placeNames(row) }]
        : [],
    ),
    waiting: views.flatMap(({ view, state }) =>
      state === "waiting" ? [{ ...view, place: places.get(view.id) ?? 1 }] : [],
    ),
    missed: views.flatMap(({ view, state }) => (state === "lapsed" ? [view] : [])),
  };
}

/** For each entry, one more than those before it who could take the same place at an instant of its slot. */
async function placesInLine(entryIds: string[], at: Date): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; place: number }[]>(Prisma.sql`
    SELECT e.id, 1 + count(earlier.id)::int AS place
    FROM waiting_entries e
    LEFT JOIN waiting_entries earlier
      ON earlier.space_id = e.space_id AND earlier.state = 'waiting' AND earlier.rank < e.rank
     AND earlier.starts_at > ${at} AND earlier.starts_at < e.ends_at AND earlier.ends_at > e.starts_at
     AND earlier.kind = e.kind
     AND (earlier.resource_id IS NULL OR e.resource_id IS NULL OR earlier.resource_id = e.resource_id)
    WHERE e.id = ANY(${entryIds}::uuid[])
    GROUP BY e.id`);
  return new Map(rows.map(({ id, place }) => [id, place]));
}

export type LineEntry = WaitingView & {
  name: string;
  personId: string;
  /** End of their offer; null = still waiting. */
  offerUntil: Date | null;
};

/**
 * Who waits in a space on that local day, in the order they came, those who have an offer included, and
 * the first other day to come on which somebody does. NotFound for whoever does not run this space.
 */
export async function getWaitingLine(
  actor: Actor,
  slug: string,
  day: Day,
  at: Date = now(),
): Promise<{ space: Space; line: LineEntry[]; nextDay: Day | null }> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const rows = await db.waitingEntry.findMany({
    where: { spaceId: space.id, day: dateColumn(day), state: { in: ["waiting", "offered"] } },
    select: { ...entrySelect, personId: true, person: { select: { name: true } } },
    orderBy: [{ startsAt: "asc" }, { rank: "asc" }],
  });
  const line = rows.flatMap((row) => {
    const state = waitingStateAt(row, at);
    if (state !== "waiting" && state !== "offered") return [];
    return [
      {
        ...toView(row, space),
        name: row.person.name ?? "",
        personId: row.personId,
        offerUntil: state === "offered" ? row.offerUntil : null,
      },
    ];
  });
  return { space, line, nextDay: await findOtherDay(space.id, day, at) };
}

async function findOtherDay(spaceId: string, day: Day, at: Date): Promise<Day | null> {
  const entry = await db.waitingEntry.findFirst({
    where: {
      spaceId,
      day: { not: dateColumn(day) },
      startsAt: { gt: at },
      OR: [{ state: "waiting" }, { state: "offered", offerUntil: { gt: at } }],
    },
    select: { day: true },
    orderBy: { startsAt: "asc" },
  });
  return entry && dayFromColumn(entry.day);
}

const entrySelect = {
  id: true,
  spaceId: true,
  kind: true,
  resourceId: true,
  quantity: true,
  day: true,
  part: true,
  startsAt: true,
  endsAt: true,
  state: true,
  offerUntil: true,
  bookings: {
    where: { state: "held" },
    select: { resource: { select: { name: true, rank: true } } },
  },
} satisfies Prisma.WaitingEntrySelect;

type EntryRow = Prisma.WaitingEntryGetPayload<{ select: typeof entrySelect }>;

function placeNames({ bookings }: EntryRow): string[] {
  return bookings
    .map(({ resource }) => resource)
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
}

function toView(row: EntryRow, space: Space): WaitingView {
  const { id, part, startsAt, endsAt, kind, resourceId, quantity } = row;
  return {
    ...{ id, part, startsAt, endsAt, kind, quantity },
    day: dayFromColumn(row.day),
    resourceName: space.resources.find((resource) => resource.id === resourceId)?.name ?? null,
    space: {
      slug: space.slug,
      name: space.name,
      communeName: space.commune.name,
      timeZone: space.calendar.timeZone,
    },
  };
}
