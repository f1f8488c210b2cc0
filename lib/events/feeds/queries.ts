import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { listedSelect, shown, withSeats } from "../listings/queries";
import { eventColumns, slugShape } from "../schema";
import { feedWindow } from "./rules";
import type { PublishedEvent } from "./schema";

/** Narrowing of a feed: by the slug of a space, by a theme. */
export type FeedFilter = { space?: string | null | undefined; theme?: string | null | undefined };

/** Most entries of one feed; those coming soonest win. */
const mostEntries = 500;

/**
 * What a calendar tells at that instant: from ninety days ago to thirteen months ahead, in their order;
 * what was cancelled for thirty days. Public. NotFound for a space there is not.
 */
export async function readEventCalendar(
  filter: FeedFilter,
  at: Date = now(),
): Promise<{ events: PublishedEvent[]; space: { slug: string; name: string } | null }> {
  const { from, until, endedSince } = feedWindow(at);
  const space = await spaceOf(filter);
  const events = await listPublished(
    { ...filtered(filter), startsAt: { gte: from, lt: until }, ...toldSince(endedSince) },
    [{ startsAt: "asc" }, { id: "asc" }],
    mostEntries,
    at,
  );
  return { events, space };
}

/** What is to come, the last announced first, for readers of news; public. NotFound for a space there is not. */
export async function readEventNews(
  filter: FeedFilter,
  at: Date = now(),
): Promise<{ events: PublishedEvent[]; space: { slug: string; name: string } | null }> {
  const { endedSince } = feedWindow(at);
  const space = await spaceOf(filter);
  const events = await listPublished(
    { ...filtered(filter), endsAt: { gt: at }, ...toldSince(endedSince) },
    [{ publishedAt: "desc" }, { id: "desc" }],
    50,
    at,
  );
  return { events, space };
}

/** One published event, or one cancelled since, by the last part of its address; public. NotFound. */
export async function getPublishedEvent(slug: string, at: Date = now()): Promise<PublishedEvent> {
  if (!slugShape.test(slug)) throw new NotFound();
  const [event] = await listPublished({ slug, ...shown }, [{ id: "asc" }], 1, at);
  if (!event) throw new NotFound();
  return event;
}

export type EventPage = { events: PublishedEvent[]; hasMore: boolean };
export type EventPosition = { startsAt: Date; id: string };

/**
 * Published events and those cancelled since, by their start, after that position; half-open bounds on
 * the start. Public.
 */
export async function listEventPage(
  wanted: FeedFilter & { from?: Date; until?: Date; after?: EventPosition; limit: number },
  at: Date = now(),
): Promise<EventPage> {
  const { from, until, after, limit } = wanted;
  const startsAt = { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) };
  const beyond = after
    ? [{ startsAt: { gt: after.startsAt } }, { startsAt: after.startsAt, id: { gt: after.id } }]
    : null;
  const where = { AND: [filtered(wanted), shown, { startsAt }, beyond ? { OR: beyond } : {}] };
  const order = [{ startsAt: "asc" as const }, { id: "asc" as const }];
  const events = await listPublished(where, order, limit + 1, at);
  return { events: events.slice(0, limit), hasMore: events.length > limit };
}

function filtered({ space, theme }: FeedFilter): Prisma.EventWhereInput {
  return { ...(space ? { space: { slug: space } } : {}), ...(theme ? { theme } : {}) };
}

function toldSince(endedSince: Date): Prisma.EventWhereInput {
  const ended = { state: "cancelled" as const, publishedAt: { not: null } };
  return { OR: [{ state: "published" }, { ...ended, endedAt: { gte: endedSince } }] };
}

async function spaceOf({ space: slug }: FeedFilter) {
  if (!slug) return null;
  if (!slugShape.test(slug)) throw new NotFound();
  const space = await db.space.findUnique({ where: { slug }, select: { slug: true, name: true } });
  if (!space) throw new NotFound();
  return space;
}

const publishedSelect = {
  ...listedSelect,
  description: true,
  audience: true,
  level: true,
  access: true,
  prices: true,
  isFreePrice: true,
  sequence: true,
  createdAt: true,
  publishedAt: true,
  endedAt: true,
  endReason: true,
  endMinimum: true,
  space: {
    select: {
      ...listedSelect.space.select,
      street: true,
      postalCode: true,
      latitude: true,
      longitude: true,
    },
  },
  changes: { select: { at: true }, orderBy: { at: "desc" }, take: 1 },
} satisfies Prisma.EventSelect;

async function listPublished(
  where: Prisma.EventWhereInput,
  orderBy: Prisma.EventOrderByWithRelationInput[],
  take: number,
  at: Date,
): Promise<PublishedEvent[]> {
  const rows = await db.event.findMany({ where, select: publishedSelect, orderBy, take });
  const events = await withSeats(rows, at);
  return events.map(({ changes, prices, ...event }) => ({
    ...event,
    prices: eventColumns.shape.prices.parse(prices),
    changedAt: changes[0]?.at ?? event.createdAt,
  }));
}
