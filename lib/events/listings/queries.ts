import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { asDecided } from "../minimums/rules";
import { seatsHeld, seatsLeft } from "../seats/rules";
import { firstOfMonth, holdsWords, weekendFrom } from "./rules";
import type { AgendaSearch, ListedEvent } from "./schema";

export const eventsOfPage = 20;
/** Most events one list looks through. */
const mostSearched = 2_000;

export type AgendaPage = { events: ListedEvent[]; count: number; page: number; pages: number };

/**
 * What is on or to come at that instant, soonest first, cancelled ones too, one page of it; public.
 * A page after the last is the last.
 */
export async function listAgenda(search: AgendaSearch, at: Date = now()): Promise<AgendaPage> {
  const rows = await searched(search, {
    AND: [shown, { endsAt: { gt: at } }, duringOf(search, at)],
  });
  return pageOf(rows, search.page, at);
}

/** Everything of the month asked for, past or not, in its order; public. */
export async function listMonthEvents(
  search: AgendaSearch & { month: Day },
  at: Date = now(),
): Promise<ListedEvent[]> {
  const { month } = search;
  const range = { gte: dateColumn(month), lt: dateColumn(firstOfMonth(month, 1)) };
  const during = { AND: [shown, { day: range }, duringOf(search, at)] };
  return withSeats(await searched(search, during), at);
}

/** What was held, the latest first, one page of it; public. */
export async function listPastEvents(search: AgendaSearch, at: Date = now()): Promise<AgendaPage> {
  const during = { state: "published" as const, endsAt: { lte: at } };
  return pageOf(await searched(search, during, "desc"), search.page, at);
}

/** The next few that will be held, of one space or of all; public. */
export async function listComingEvents(
  { spaceId, most }: { spaceId?: string; most: number },
  at: Date = now(),
): Promise<ListedEvent[]> {
  const rows = await db.event.findMany({
    where: { state: "published", endsAt: { gt: at }, ...(spaceId ? { spaceId } : {}) },
    select: listedSelect,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    // Some may have been short of people a moment ago.
    take: most * 2,
  });
  const events = await withSeats(rows, at);
  return events.filter(({ state }) => state === "published").slice(0, most);
}

/** What everybody may read: published, or cancelled after it was. For the other lists of this domain. */
export const shown = {
  OR: [
    { state: "published" as const },
    { state: "cancelled" as const, publishedAt: { not: null } },
  ],
} satisfies Prisma.EventWhereInput;

function duringOf({ isWeekend }: AgendaSearch, at: Date): Prisma.EventWhereInput {
  if (!isWeekend) return {};
  const { first, last } = weekendFrom(dayOf(at, networkTimeZone));
  return { day: { gte: dateColumn(first), lte: dateColumn(last) } };
}

const commune = { select: { insee: true, name: true } } as const;

/** What a row of any list is made of; for the other lists of this domain. */
export const listedSelect = {
  id: true,
  slug: true,
  state: true,
  title: true,
  summary: true,
  language: true,
  theme: true,
  day: true,
  startsAt: true,
  endsAt: true,
  placeKind: true,
  resourceId: true,
  address: true,
  commune,
  needsRegistration: true,
  opensAt: true,
  closesAt: true,
  capacity: true,
  minimumPeople: true,
  minimumAt: true,
  endMinimum: true,
  space: { select: { slug: true, name: true, timeZone: true, commune } },
} satisfies Prisma.EventSelect;

type ListedRow = Prisma.EventGetPayload<{ select: typeof listedSelect }>;

async function searched(
  search: AgendaSearch,
  during: Prisma.EventWhereInput,
  order: "asc" | "desc" = "asc",
): Promise<ListedRow[]> {
  const { space, theme, commune: insee, isOpen, text } = search;
  const rows = await db.event.findMany({
    where: {
      AND: [
        during,
        space ? { space: { slug: space } } : {},
        theme ? { theme } : {},
        isOpen ? { needsRegistration: false } : {},
        insee ? inCommune(insee) : {},
      ],
    },
    select: listedSelect,
    orderBy: [{ startsAt: order }, { id: order }],
    take: mostSearched,
  });
  return rows.filter((row) => holdsWords({ ...row, places: placesOf(row) }, text));
}

/** Where it is: what it says, else the commune of its space, unless it is online. */
function inCommune(insee: string): Prisma.EventWhereInput {
  const atTheSpace = { communeId: null, placeKind: { in: ["room" as const, "space" as const] } };
  return { OR: [{ communeId: insee }, { ...atTheSpace, space: { communeId: insee } }] };
}

function placesOf({ address, commune: own, space }: ListedRow): (string | null)[] {
  return [address, own?.name ?? null, space.name, space.commune.name];
}

async function pageOf(rows: ListedRow[], asked: number, at: Date): Promise<AgendaPage> {
  const pages = Math.max(1, Math.ceil(rows.length / eventsOfPage));
  const page = Math.min(asked, pages);
  const onPage = rows.slice((page - 1) * eventsOfPage, page * eventsOfPage);
  return { events: await withSeats(onPage, at), count: rows.length, page, pages };
}

type Drawn<Row> = Omit<Row, "day" | "placeKind" | "resourceId" | "address" | "commune"> &
  Pick<ListedEvent, "day" | "place" | "left">;

/**
 * Rows with the names of their rooms and the seats left in each, in two queries, and as `asDecided` at that
 * instant. For lists of this domain.
 */
export async function withSeats<Row extends ListedRow>(
  rows: Row[],
  at: Date,
): Promise<Drawn<Row>[]> {
  if (rows.length === 0) return [];
  const [rooms, registrations] = await Promise.all([
    db.resource.findMany({
      where: { id: { in: rows.flatMap(({ resourceId }) => resourceId ?? []) } },
      select: { id: true, name: true },
    }),
    db.eventRegistration.findMany({
      where: {
        eventId: { in: rows.filter(isCounted).map(({ id }) => id) },
        state: { in: ["confirmed", "waiting", "offered"] },
        source: { not: "walk_in" },
      },
      select: {
        eventId: true,
        id: true,
        state: true,
        quantity: true,
        rank: true,
        offerUntil: true,
      },
    }),
  ]);
  const byEvent = Map.groupBy(registrations, ({ eventId }) => eventId);
  return rows.map(({ placeKind, resourceId, address, commune: own, day, ...row }) => ({
    ...asDecided(row, seatsHeld(byEvent.get(row.id) ?? [], at), at),
    day: dayFromColumn(day),
    place: {
      kind: placeKind,
      roomName: rooms.find(({ id }) => id === resourceId)?.name ?? null,
      address,
      commune:
        own ?? (placeKind === "online" || placeKind === "elsewhere" ? null : row.space.commune),
    },
    left: row.capacity === null ? null : seatsLeft(row.capacity, byEvent.get(row.id) ?? [], at),
  }));
}

function isCounted({ capacity, minimumPeople }: ListedRow): boolean {
  return capacity !== null || minimumPeople !== null;
}
