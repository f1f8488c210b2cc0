import { type Day, dateColumn, instantAt } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { ok } from "@/lib/core/result";
import { db, inTransaction, type Prisma } from "@/lib/infra/db";
import { type DatedEvent, demoEventDates } from "./demo-event-dates";
import { type Gathering, registrationsOf, seedFeedback, seedRides } from "./demo-event-people";
import { breakfast, type EventText } from "./demo-event-texts";
import type { Member } from "./demo-history";

const zone = "Europe/Paris";
const dayMs = 86_400_000;

/**
 * A year of events behind and two months ahead, some in rooms with their booking. Before the bookings of
 * the members: the room of an event is nobody else's.
 */
export async function seedEvents(
  members: readonly Member[],
  today: Day,
  at: Date,
): Promise<{ bookings: number }> {
  const spaces = await db.space.findMany({
    select: { id: true, slug: true, resources: { select: { id: true, name: true } } },
  });
  const host = members.find(({ email }) => email === "hote@demo.test")?.id ?? null;
  const author = members.find(({ email }) => email === "membre@demo.test")?.id ?? null;
  const dated = demoEventDates(today);
  const seriesId = await createSeries(
    spaces.find(({ slug }) => slug === breakfast.space)?.id,
    dated,
  );
  let bookings = 0;
  for (const [index, event] of dated.entries()) {
    const space = spaces.find(({ slug }) => slug === event.text.space);
    if (!space) throw new Error(`no space called ${event.text.space}`);
    const id = newId();
    const room = space.resources.find(({ name }) => name === event.text.room)?.id ?? null;
    const moment = momentOf(event);
    const isBooked = room !== null && event.state === "published";
    const createdBy = event.state === "proposed" ? author : host;
    const createdAt = new Date(
      Math.min(moment.startsAt.getTime() - 35 * dayMs, at.getTime() - dayMs),
    );
    const booking = { spaceId: space.id, resourceId: room ?? "", createdAt, createdBy };
    const gathering: Gathering = {
      spaceId: space.id,
      eventId: id,
      index,
      event,
      moment,
      at,
      members,
    };
    await inTransaction(async (tx) => {
      const bookingId = isBooked ? newId() : null;
      if (bookingId) {
        await tx.booking.create({ data: { id: bookingId, ...booking, ...roomOf(event, moment) } });
      }
      await tx.event.create({
        data: {
          ...{ id, spaceId: space.id, bookingId, resourceId: room, createdAt, createdBy },
          ...columnsOf(event, moment, at),
          ...(event.isOfSeries ? { seriesId } : {}),
        },
      });
      await tx.eventSpeaker.createMany({ data: speakersOf(gathering) });
      const { rows, attendees } = registrationsOf(gathering);
      await tx.eventRegistration.createMany({ data: rows });
      // Ticked by whoever announced it: an induction grants nothing to those who say so themselves.
      await tx.eventAttendee.createMany({
        data: attendees.map((one) => ("presentAt" in one ? { ...one, markedBy: createdBy } : one)),
      });
      await tx.eventChange.createMany({ data: changesOf(gathering, createdAt, createdBy) });
      return ok(null);
    });
    if (isBooked) bookings += 1;
    await seedFeedback(gathering);
    await seedRides(gathering);
  }
  return { bookings };
}

function momentOf({ day, text }: DatedEvent) {
  return {
    day: dateColumn(day),
    startsAt: instantAt(day, text.from, zone),
    endsAt: instantAt(day, text.until, zone),
  };
}

type Moment = ReturnType<typeof momentOf>;

async function createSeries(spaceId: string | undefined, dated: readonly DatedEvent[]) {
  const days = dated.filter(({ isOfSeries }) => isOfSeries).map(({ day }) => dateColumn(day));
  const [firstDay] = days;
  const lastDay = days.at(-1);
  if (!spaceId || !firstDay || !lastDay) return null;
  const id = newId();
  await db.eventSeries.create({ data: { id, spaceId, frequency: "monthly", firstDay, lastDay } });
  return id;
}

function roomOf({ text }: DatedEvent, moment: Moment) {
  return {
    ...moment,
    part: "hours" as const,
    state: "confirmed" as const,
    source: "event" as const,
    guestName: text.title,
    people: text.seats ?? null,
  };
}

function columnsOf(event: DatedEvent, moment: Moment, at: Date) {
  const { text, state, reason = null } = event;
  const isShown = state !== "proposed";
  return {
    ...moment,
    ...said(text),
    state,
    slug: slugOf(text.title, event.day),
    publishedAt: isShown
      ? new Date(Math.min(moment.startsAt.getTime() - 30 * dayMs, at.getTime() - dayMs / 2))
      : null,
    ...(state === "cancelled"
      ? { endedAt: endOf(moment, at), endReason: reason, sequence: 1 }
      : {}),
    ...(moment.endsAt <= at && state === "published" && text.seats === undefined
      ? { headCount: headCountOf(event.day) }
      : {}),
  } satisfies Partial<Prisma.EventUncheckedCreateInput>;
}

/** A day before it, or yesterday for one to come. */
function endOf({ startsAt }: Moment, at: Date): Date {
  return new Date(Math.min(startsAt.getTime(), at.getTime()) - dayMs);
}

/** Between seven and twenty, the same each time for a day. */
function headCountOf(day: Day): number {
  return 7 + ((Number(day.slice(5, 7)) * 5 + Number(day.slice(8)) * 3) % 14);
}

function said(text: EventText) {
  const { title, summary, description, theme, bring = null, accessNote = null } = text;
  return {
    ...{ title, summary, description, theme, bring, accessNote },
    audience: text.audience ?? "everyone",
    level: text.level ?? "any",
    access: text.access ?? [],
    programme: text.programme ?? [],
    prices: text.prices ?? [],
    isFreePrice: text.isFreePrice ?? false,
    placeKind: text.room ? ("room" as const) : (text.place ?? "space"),
    address: text.address ?? null,
    communeId: text.commune ?? null,
    onlineUrl: text.place === "online" ? "https://visio.exemple.test/micro-entreprise" : null,
    capacity: text.seats ?? null,
    needsRegistration: text.seats !== undefined,
  } satisfies Partial<Prisma.EventUncheckedCreateInput>;
}

function speakersOf({ spaceId, eventId, event, members, moment, at }: Gathering) {
  return (event.text.speakers ?? []).map(({ email, name = null, words, isAsked = false }, rank) => {
    const personId = members.find((member) => member.email === email)?.id ?? null;
    const early = new Date(Math.min(moment.startsAt.getTime() - 30 * dayMs, at.getTime() - dayMs));
    const askedAt = personId && early;
    const acceptedAt = isAsked ? null : askedAt;
    return { spaceId, eventId, rank, words, name, personId, askedAt, acceptedAt };
  });
}

function changesOf(
  { spaceId, eventId, event, moment, at }: Gathering,
  createdAt: Date,
  actorId: string | null,
) {
  const line = { spaceId, eventId, actorId };
  const begun = event.state === "proposed" ? "proposed" : "published";
  const ended = { ...line, verb: "cancelled", at: endOf(moment, at), toldAt: endOf(moment, at) };
  return [
    { ...line, verb: begun, at: createdAt },
    ...(event.state === "cancelled" ? [{ ...ended, reason: event.reason ?? null }] : []),
  ];
}

/** « repondre-a-un-marche-public-2026-06-23 »: what it says and its day, which two never share. */
function slugOf(title: string, day: Day): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return `${plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 48)
    .replace(/-$/, "")}-${day}`;
}
