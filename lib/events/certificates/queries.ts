import type { Actor } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { findEventFor } from "../addresses/queries";
import { readRegistrationToken } from "../registrations/links/queries";
import { wasHeld } from "../windows/rules";

/** What a certificate of attendance says of one person who was ticked. */
export type Certificate = {
  name: string;
  title: string;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  spaceName: string;
  communeName: string;
  speakers: string[];
  /** Ticked by who welcomed them; else they said by the code of the poster that they were there. */
  isWelcomed: boolean;
};

const certified = {
  spaceId: true,
  title: true,
  state: true,
  day: true,
  startsAt: true,
  endsAt: true,
  space: { select: { name: true, timeZone: true, commune: { select: { name: true } } } },
  speakers: {
    where: { OR: [{ personId: null }, { acceptedAt: { not: null } }] },
    select: { name: true, person: { select: { name: true } } },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.EventSelect;

/** The same as its hosts read it, with whose it is, for the journal. */
export type HostedCertificate = Certificate & {
  spaceId: string;
  /** Null for a companion, and for whoever registered without an account. */
  personId: string | null;
};

type CertifiedEvent = Prisma.EventGetPayload<{ select: typeof certified }>;

/**
 * The certificate of somebody ticked by name, once the event is over: for its hosts and speakers. NotFound
 * for anybody else, for somebody not ticked, for a companion without a name. The page journals the view.
 */
export async function getCertificate(
  actor: Actor,
  { slug, attendeeId }: { slug: string; attendeeId: string },
  at: Date = now(),
): Promise<HostedCertificate> {
  const key = await findEventFor(db, actor, "people", { slug });
  const event = await db.event.findUniqueOrThrow({
    where: { spaceId_id: key },
    select: {
      ...certified,
      attendees: {
        where: { id: attendeeId, presentAt: { not: null }, withdrawnAt: null },
        select: {
          name: true,
          position: true,
          markedBy: true,
          registration: { select: { name: true, personId: true } },
        },
      },
    },
  });
  const [attendee] = event.attendees;
  if (!attendee) throw new NotFound();
  const certificate = certificateOf(event, attendee, at);
  return { ...certificate, spaceId: event.spaceId, personId: whoseIs(attendee) };
}

type Attendee = {
  name: string | null;
  position: number;
  registration: { name: string; personId: string | null } | null;
};

/** The account of whoever registered, when it is they who came, not somebody under another name. */
function whoseIs({ name, position, registration }: Attendee): string | null {
  return position === 0 && registration?.name === name ? registration.personId : null;
}

/**
 * That of whoever registered, by the link of their mails: their own, not those of the people they came
 * with. NotFound as getCertificate.
 */
export async function getOwnCertificate(token: string, at: Date = now()): Promise<Certificate> {
  const key = readRegistrationToken(token);
  const found = await db.eventRegistration.findUnique({
    where: { spaceId_id: key },
    select: {
      name: true,
      event: { select: certified },
      attendees: {
        where: { position: 0, presentAt: { not: null } },
        select: { name: true, markedBy: true },
      },
    },
  });
  const [attendee] = found?.attendees ?? [];
  if (!found || !attendee) throw new NotFound();
  return certificateOf(found.event, { ...attendee, name: attendee.name ?? found.name }, at);
}

function certificateOf(
  event: CertifiedEvent,
  { name, markedBy }: { name: string | null; markedBy: string | null },
  at: Date,
): Certificate {
  if (!name || !wasHeld(event, at)) throw new NotFound();
  const { title, startsAt, endsAt, space, speakers } = event;
  return {
    ...{ name, title, startsAt, endsAt, isWelcomed: markedBy !== null },
    day: dayFromColumn(event.day),
    timeZone: space.timeZone,
    spaceName: space.name,
    communeName: space.commune.name,
    speakers: speakers.flatMap((speaker) => speaker.person?.name ?? speaker.name ?? []),
  };
}
