import { seriesSelect, toSeries } from "@/lib/bookings/series/queries";
import { termsOn, wantedOn } from "@/lib/bookings/series/rules";
import { stateAt } from "@/lib/bookings/states/rules";
import { type Actor, systemActor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, dayFromColumn, dayOf, instantAt } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { now } from "@/lib/infra/clock";
import { Prisma, readDb } from "@/lib/infra/db";
import { listSpaces, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { listTravelRows } from "../commutes/queries";
import { listCountedEvents } from "../events/queries";
import { refreshFacts } from "../facts/commands";
import { listFirstPresences } from "../facts/queries";
import { canReadReports } from "../policy";
import { listResidences } from "../queries";
import type { DayRange } from "../rules";
import { earlierOf } from "../schema";
import { activeDays } from "./loyalty/rules";
import type {
  ReportBooking,
  ReportEvent,
  ReportOrganisation,
  ReportPerson,
  ReportRows,
  ReportSpace,
  UnmetWish,
} from "./schema";

/**
 * The rows every indicator of a range is counted from, bookings in the state they are in at that instant:
 * of the range and of the ninety days that tell who is active. Who was new and came back is read from first
 * days, which outlast the people of bookings. Persons are named only
 * by identifiers; nothing of these rows is shown. NotFound for others than staff and admins.
 */
export async function getReportRows(
  actor: Actor,
  range: DayRange,
  at: Date = now(),
): Promise<ReportRows> {
  if (!canReadReports(actor)) throw new NotFound();
  await refreshFacts(systemActor("reports"), range, at);
  const spaces = await listSpaces(readDb);
  const [reported, bookings, wishes, events, people, communes, organisations] = await Promise.all([
    listReportSpaces(spaces),
    listReportBookings(range, at),
    listUnmetWishes(spaces, range),
    listReportEvents(range),
    listReportPeople(),
    listResidences(),
    listReportOrganisations(),
  ]);
  return {
    spaces: reported,
    bookings,
    firsts: await listFirstPresences(),
    wishes,
    events,
    people,
    communes,
    organisations,
    ...(await listHelpDays(range)),
    travel: await listTravelRows(at),
  };
}

async function listReportSpaces(spaces: Space[]): Promise<ReportSpace[]> {
  const closures = await readDb.closure.findMany({
    where: { resourceId: null, withdrawnAt: null },
    select: { spaceId: true, startsAt: true, endsAt: true, createdAt: true },
  });
  return spaces.map(({ id, calendar, resources }) => ({
    id,
    calendar,
    resources: resources.map((resource) => ({ ...resource, seats: resource.capacity })),
    closures: closures
      .filter(({ spaceId }) => spaceId === id)
      .map(({ startsAt, endsAt, createdAt }) => ({ startsAt, endsAt, announcedAt: createdAt })),
    // Every space notes arrivals; one that did not would say so in its settings.
    presence: "arrival",
  }));
}

async function listReportBookings(range: DayRange, at: Date): Promise<ReportBooking[]> {
  const from = earlierOf(range.first, addDays(range.last, -activeDays));
  const rows = await readDb.booking.findMany({
    where: {
      state: { in: ["confirmed", "no_show", "released"] },
      // A booking of the day before may end on the first.
      startsAt: { gte: dateColumn(addDays(from, -2)), lt: dateColumn(addDays(range.last, 2)) },
    },
    select: {
      id: true,
      spaceId: true,
      resourceId: true,
      personId: true,
      startsAt: true,
      endsAt: true,
      checkedInAt: true,
      state: true,
      lapsesAt: true,
      source: true,
      companions: true,
      organisationId: true,
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ source, companions, state, lapsesAt, ...row }) => ({
    ...row,
    state: stateAt({ state, lapsesAt }, at),
    companions: companions.length,
    isEvent: source === "event",
  }));
}

/** Why a date of a series was refused, where it was for want of a place. */
const wantOfPlace = ["slot_taken", "space_full"];

async function listUnmetWishes(spaces: Space[], range: DayRange): Promise<UnmetWish[]> {
  const days = { gte: dateColumn(range.first), lte: dateColumn(range.last) };
  const [entries, refused] = await Promise.all([
    readDb.waitingEntry.findMany({
      where: { day: days },
      select: {
        spaceId: true,
        kind: true,
        quantity: true,
        startsAt: true,
        endsAt: true,
        state: true,
      },
    }),
    readDb.seriesRefusal.findMany({
      where: { day: days, refusal: { in: wantOfPlace } },
      select: { spaceId: true, day: true, series: { select: seriesSelect } },
    }),
  ]);
  const byId = new Map(spaces.map((space) => [space.id, space]));
  const dates = refused.flatMap(({ spaceId, day, series }): UnmetWish[] => {
    const space = byId.get(spaceId);
    const on = dayFromColumn(day);
    const { resourceId, moment } = termsOn(toSeries(series), on);
    const resource = space?.resources.find(({ id }) => id === resourceId);
    if (!space || !resource) return [];
    const wanted = wantedOn(on, moment, space.calendar.timeZone);
    const interval = "part" in wanted ? intervalOf(space, wanted) : wanted;
    const { kind } = resource;
    return [{ ...interval, spaceId, kind, places: 1, from: "series", isServed: false }];
  });
  return [
    ...entries.map(({ quantity, state, ...entry }) => ({
      ...entry,
      places: quantity,
      from: "waiting_list" as const,
      isServed: state === "served",
    })),
    ...dates,
  ];
}

/** The half-days that a part of a day is, by the wall of the space. */
function intervalOf(
  { calendar }: Space,
  { day, part }: { day: Day; part: "morning" | "afternoon" | "day" },
): Interval {
  const at = (on: Day, minute: number) => instantAt(on, minute, calendar.timeZone);
  const boundary = at(day, calendar.halfDayBoundary);
  return {
    startsAt: part === "afternoon" ? boundary : at(day, 0),
    endsAt: part === "morning" ? boundary : at(addDays(day, 1), 0),
  };
}

type Seen = Pick<ReportEvent, "namedRegistered" | "walkIns" | "participants" | "isLedByMember"> & {
  id: string;
};

async function listReportEvents(range: DayRange): Promise<ReportEvent[]> {
  const events = await listCountedEvents(range);
  const seen = await readDb.$queryRaw<Seen[]>(Prisma.sql`
    SELECT e.id,
      count(a.id) FILTER (WHERE r.source <> 'walk_in')::int AS "namedRegistered",
      count(a.id) FILTER (WHERE r.source IS NULL OR r.source = 'walk_in')::int AS "walkIns",
      coalesce(array_agg(DISTINCT coalesce(r.person_id::text, r.email_key)) FILTER (
        WHERE a.position = 0 AND coalesce(r.person_id::text, r.email_key) IS NOT NULL), '{}')
        AS participants,
      EXISTS (SELECT FROM event_speakers s WHERE s.space_id = e.space_id AND s.event_id = e.id
        AND s.person_id IS NOT NULL) AS "isLedByMember"
    FROM events e
    LEFT JOIN event_attendees a ON a.space_id = e.space_id AND a.event_id = e.id
      AND a.present_at IS NOT NULL AND a.withdrawn_at IS NULL
    LEFT JOIN event_registrations r ON r.space_id = a.space_id AND r.id = a.registration_id
    WHERE e.day BETWEEN ${dateColumn(range.first)}::date AND ${dateColumn(range.last)}::date
    GROUP BY e.space_id, e.id`);
  const byId = new Map(seen.map((each) => [each.id, each]));
  const nobody = { namedRegistered: 0, walkIns: 0, participants: [], isLedByMember: false };
  return events.map((event) => ({ ...event, ...nobody, ...byId.get(event.id) }));
}

async function listReportPeople(): Promise<ReportPerson[]> {
  const [profiles, past] = await Promise.all([
    readDb.profile.findMany({ select: { personId: true, communeId: true, situation: true } }),
    readDb.pastSituation.findMany({ orderBy: { until: "asc" } }),
  ]);
  const pastOf = Map.groupBy(past, ({ personId }) => personId);
  return profiles.map(({ personId, ...said }) => ({
    id: personId,
    ...said,
    past: (pastOf.get(personId) ?? []).map(({ situation, until }) => ({
      situation,
      until: dayOf(until, networkTimeZone),
    })),
  }));
}

async function listReportOrganisations(): Promise<ReportOrganisation[]> {
  const rows = await readDb.organisation.findMany({
    select: {
      id: true,
      kind: true,
      people: { select: { personId: true, agreedAt: true, endedAt: true } },
    },
  });
  const dayAt = (instant: Date) => dayOf(instant, networkTimeZone);
  return rows.map(({ id, kind, people }) => ({
    id,
    kind,
    people: people.flatMap(({ personId, agreedAt, endedAt }) =>
      agreedAt ? [{ personId, from: dayAt(agreedAt), until: endedAt ? dayAt(endedAt) : null }] : [],
    ),
  }));
}

async function listHelpDays({
  first,
  last,
}: DayRange): Promise<{ offers: Day[]; contacts: Day[] }> {
  const within = {
    gte: instantAt(first, 0, networkTimeZone),
    lt: instantAt(addDays(last, 1), 0, networkTimeZone),
  };
  const select = { createdAt: true };
  const [ads, conversations] = await Promise.all([
    readDb.ad.findMany({ where: { kind: { in: ["offer", "lend"] }, createdAt: within }, select }),
    readDb.conversation.findMany({ where: { createdAt: within }, select }),
  ]);
  const daysOf = (rows: { createdAt: Date }[]) =>
    rows.map(({ createdAt }) => dayOf(createdAt, networkTimeZone));
  return { offers: daysOf(ads), contacts: daysOf(conversations) };
}
