import { type Day, dateColumn, day, instantAt, instantFrom } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { db, type Prisma } from "@/lib/infra/db";

type EventOptions = Partial<Prisma.EventUncheckedCreateInput> & {
  on?: Day;
  /** Wall minutes of the space, beyond 1440 past midnight. */
  from?: number;
  until?: number;
};

/** A Thursday of the tests, fourteen to seventeen o'clock. */
export const thursday = day("2026-06-18");

/** A published event at that space, in no room unless told, ten seats; written as is. */
export async function anEvent(
  space: { id: string; timeZone: string },
  { on = thursday, from = 840, until = 1020, ...overrides }: EventOptions = {},
) {
  const id = newId();
  const publishedAt = new Date("2026-05-01T08:00:00Z");
  return db.event.create({
    data: {
      id,
      spaceId: space.id,
      slug: `evenement-${id.slice(-12)}`,
      state: "published",
      title: "Répondre à un marché public",
      summary: "Un après-midi pour comprendre un dossier.",
      description: "On part d’une vraie consultation.",
      theme: "work",
      placeKind: "space",
      day: dateColumn(on),
      startsAt: instantAt(on, from, space.timeZone),
      endsAt: instantFrom(on, until, space.timeZone),
      capacity: 10,
      createdAt: publishedAt,
      publishedAt,
      ...overrides,
    },
  });
}

type RegistrationOptions = Partial<Prisma.EventRegistrationUncheckedCreateInput>;

/** A registration as is, its attendees with it, for reads and for states a command would refuse. */
export async function aRegistration(
  event: { spaceId: string; id: string },
  overrides: RegistrationOptions = {},
) {
  const id = newId();
  const email = overrides.email ?? `${id}@exemple.test`;
  const row = await db.eventRegistration.create({
    data: {
      id,
      spaceId: event.spaceId,
      eventId: event.id,
      name: "Bastien Cazes",
      email,
      emailKey: email,
      state: "confirmed",
      ...overrides,
    },
  });
  await db.eventAttendee.createMany({
    data: Array.from({ length: row.quantity }, (_, position) => ({
      id: newId(),
      spaceId: event.spaceId,
      eventId: event.id,
      registrationId: id,
      position,
      name: position === 0 ? row.name : null,
    })),
  });
  return row;
}

/** Somebody registered with that mailbox, and ticked at its start unless told. */
export async function attends(
  event: { spaceId: string; id: string; startsAt: Date },
  mail: string,
  { isPresent = true, ...over }: { isPresent?: boolean } & RegistrationOptions = {},
) {
  const row = await aRegistration(event, { email: mail, emailKey: mail, ...over });
  const presentAt = isPresent ? event.startsAt : null;
  await db.eventAttendee.updateMany({ where: { registrationId: row.id }, data: { presentAt } });
  return row;
}
