import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import type { AlternativePayload, DatesNoticeKind } from "@/lib/notifications/schema";
import type { Space } from "@/lib/spaces/queries";
import { readAlternatives } from "../../nearby/queries";
import { alternativeNotice } from "../../notices/rules";
import type { Series } from "../queries";
import { termsOn, wantedOn } from "../rules";

/**
 * Tells a member of several bookings in one mail, in the transaction that changed them, with one
 * calendar file of them all; `others` are the days left aside (refused, unmoved or kept). Silent for a
 * person without e-mail. Takes no actor: the command that calls it has decided.
 */
export async function notifyOfDates(
  tx: Tx,
  kind: DatesNoticeKind,
  about: { personId: string; path: string },
  bookingIds: string[],
  others: Day[],
): Promise<void> {
  const person = await findAddressee(tx, about.personId);
  if (!person) return;
  const { dates, asks } = await readDates(tx, bookingIds);
  const payload = { dates, others, asks, url: `${env().NEXTAUTH_URL}${about.path}` };
  await notify(tx, { kind, ...person, payload });
}

async function findAddressee(tx: Tx, id: string) {
  const person = await tx.person.findUnique({
    where: { id },
    select: { email: true, locale: true },
  });
  return person?.email ? { personId: id, email: person.email, locale: person.locale } : null;
}

async function readDates(tx: Tx, bookingIds: string[]) {
  const rows = await tx.booking.findMany({
    where: { id: { in: bookingIds } },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      sequence: true,
      state: true,
      resource: {
        select: {
          name: true,
          space: {
            select: {
              name: true,
              street: true,
              postalCode: true,
              timeZone: true,
              commune: { select: { name: true } },
            },
          },
        },
      },
    },
    orderBy: { startsAt: "asc" },
  });
  const origin = env().NEXTAUTH_URL;
  const dates = rows.map(({ resource: { name, space }, ...row }) => ({
    bookingId: row.id,
    resourceName: name,
    spaceName: space.name,
    address: `${space.street}, ${space.postalCode} ${space.commune.name}`,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timeZone: space.timeZone,
    sequence: row.sequence,
    url: `${origin}/mon-espace/reservations/${row.id}`,
  }));
  return { dates, asks: rows.some(({ state }) => state === "requested") };
}

/** The same about a series: its page is where one goes on. */
export async function notifyOfSeries(
  tx: Tx,
  kind: DatesNoticeKind,
  series: { id: string; personId: string },
  bookingIds: string[],
  others: Day[],
): Promise<void> {
  const about = { personId: series.personId, path: pageOf(series) };
  await notifyOfDates(tx, kind, about, bookingIds, others);
}

function pageOf({ id }: { id: string }): string {
  return `/mon-espace/series/${id}`;
}

type Reached = { booked: string[]; refused: { day: Day; refusal: string }[] };

/**
 * Tells a member, in one mail, of the dates of their series that have opened for booking: those booked,
 * and those that could not be, each with what is free instead as that transaction sees it.
 */
export async function notifyOfReachedDates(
  tx: Tx,
  space: Space,
  series: Series,
  { booked, refused }: Reached,
  at: Date,
): Promise<void> {
  const person = await findAddressee(tx, series.personId);
  if (!person) return;
  const origin = env().NEXTAUTH_URL;
  const missed: { day: Day; alternatives: AlternativePayload[] }[] = [];
  for (const { day, refusal } of refused) {
    const places = helped.includes(refusal) ? await readInstead(tx, space, series, day, at) : [];
    const alternatives = places.map((place) => alternativeNotice(place, origin));
    missed.push({ day, alternatives });
  }
  const { dates, asks } = await readDates(tx, booked);
  const payload = { dates, missed, asks, spaceName: space.name, url: `${origin}${pageOf(series)}` };
  await notify(tx, { kind: "series-reached", ...person, payload });
}

/** Refusals of a place, not of the person: another place helps. */
const helped = ["slot_taken", "space_closed", "resource_closed", "not_bookable"];

function readInstead(tx: Tx, space: Space, series: Series, day: Day, at: Date) {
  const { resourceId, moment } = termsOn(series, day);
  const wanted = wantedOn(day, moment, space.calendar.timeZone);
  const { personId } = series;
  return readAlternatives({ slug: space.slug, resourceId, wanted, personId }, at, tx);
}
