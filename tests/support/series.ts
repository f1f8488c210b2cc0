import { bookSeries } from "@/lib/bookings/series/commands";
import type { BookSeriesInput } from "@/lib/bookings/series/schema";
import type { PersonActor } from "@/lib/core/actor";
import { addDays, dayFromColumn } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { mondayMorning, tuesday } from "./factories";

type WithDesks = { slug: string; desks: { id: string }[] };

/** Four Tuesdays at the first desk, the whole day, unless told. */
export function aSeriesWish(space: WithDesks, over: Partial<BookSeriesInput> = {}) {
  return {
    slug: space.slug,
    resourceId: space.desks[0]?.id ?? "",
    frequency: "weekly" as const,
    firstDay: tuesday,
    lastDay: addDays(tuesday, 21),
    moment: { part: "day" as const },
    ...over,
  };
}

/** A series booked by its member that Monday morning; throws when refused. */
export async function aSeries(
  member: PersonActor,
  space: WithDesks,
  over: Partial<BookSeriesInput> = {},
) {
  const result = await bookSeries(member, aSeriesWish(space, over), mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** Its bookings as « day state », in order, whatever their state. */
export async function datesOf(seriesId: string): Promise<string[]> {
  const rows = await db.booking.findMany({
    where: { seriesId },
    select: { day: true, state: true },
    orderBy: { startsAt: "asc" },
  });
  return rows.map(({ day, state }) => `${dayFromColumn(day)} ${state}`);
}

/** Its refused dates as « day why », in order; one given up ends with « closed ». */
export async function refusedOf(seriesId: string): Promise<string[]> {
  const rows = await db.seriesRefusal.findMany({ where: { seriesId }, orderBy: { day: "asc" } });
  return rows.map(
    ({ day, refusal, closedAt }) => `${dayFromColumn(day)} ${refusal}${closedAt ? " closed" : ""}`,
  );
}

/** Kinds of the mails somebody was sent, in order. */
export async function mailsTo(person: PersonActor): Promise<string[]> {
  const rows = await db.notification.findMany({
    where: { personId: person.personId },
    select: { kind: true },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ kind }) => kind);
}
