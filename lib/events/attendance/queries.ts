import type { Actor } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { findEventFor } from "../addresses/queries";
import { countFirstTimers } from "../first-timers/queries";
import { type AttendanceFigures, attendanceFigures, whyNoAttendance } from "./rules";
import type { AttendanceRefusal } from "./schema";

export type SheetPerson = {
  id: string;
  /** Null: a companion nobody was asked the name of. */
  name: string | null;
  /** Whom they come with: the one who registered. */
  registeredBy: string;
  personId: string | null;
  position: number;
  isPresent: boolean;
  /** Has no seat yet, and may have come all the same. */
  isWaiting: boolean;
  /** Gave the seat back, and came all the same. */
  isCancelled: boolean;
};

export type AttendanceSheet = {
  event: {
    slug: string;
    title: string;
    day: Day;
    startsAt: Date;
    endsAt: Date;
    capacity: number | null;
    space: { id: string; slug: string; name: string; timeZone: string };
  };
  people: SheetPerson[];
  arrivals: { id: string; name: string }[];
  figures: AttendanceFigures;
  /** Of those present by name, who registered for the first time ever they came; companions are not known. */
  firstTimers: number;
  /** Why it cannot be filled in at that instant; null when it can. */
  closed: AttendanceRefusal | null;
};

/**
 * The sheet of an event, in the order of names: who has seats, who waits, who was at the door. Hosts of
 * the space and speakers; NotFound for anybody else. The page journals the view.
 */
export async function getAttendanceSheet(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<AttendanceSheet> {
  const key = await findEventFor(db, actor, "people", { slug });
  const event = await db.event.findUniqueOrThrow({
    where: { spaceId_id: key },
    select: sheetSelect,
  });
  const day = dayFromColumn(event.day);
  const people = event.registrations
    .flatMap((registration) =>
      registration.attendees.map((one) => toPerson(registration, one, event.startsAt)),
    )
    .filter(({ isCancelled, isPresent }) => !isCancelled || isPresent)
    .sort(inOrder);
  const arrivals = event.attendees.flatMap(({ id, name }) => (name ? [{ id, name }] : []));
  const { headCount, space } = event;
  const counted = [
    ...people.map(({ isPresent, isWaiting, isCancelled }) => ({
      isPresent,
      isRegistered: !isWaiting && !isCancelled,
    })),
    ...event.attendees.map(() => ({ isPresent: true, isRegistered: false })),
  ];
  return {
    event: { ...event, day },
    people,
    arrivals,
    figures: attendanceFigures(counted, headCount),
    firstTimers: await countFirstTimers(event.spaceId, event.id),
    closed: whyNoAttendance({ ...event, day, timeZone: space.timeZone }, at),
  };
}

const sheetSelect = {
  id: true,
  spaceId: true,
  slug: true,
  title: true,
  state: true,
  day: true,
  startsAt: true,
  endsAt: true,
  capacity: true,
  headCount: true,
  space: { select: { id: true, slug: true, name: true, timeZone: true } },
  registrations: {
    select: {
      name: true,
      personId: true,
      state: true,
      quantity: true,
      endedAt: true,
      attendees: {
        where: { withdrawnAt: null },
        select: { id: true, name: true, position: true, presentAt: true },
      },
    },
  },
  attendees: {
    where: { registrationId: null, withdrawnAt: null },
    select: { id: true, name: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.EventSelect;

type SheetRow = Prisma.EventGetPayload<{ select: typeof sheetSelect }>;
type RegistrationRow = SheetRow["registrations"][number];

function toPerson(
  { name, personId, state, endedAt }: RegistrationRow,
  attendee: RegistrationRow["attendees"][number],
  startsAt: Date,
): SheetPerson {
  const isFirst = attendee.position === 0;
  // The start ends every wait: whoever waited until then may be at the door.
  const waited = state === "lapsed" && endedAt !== null && endedAt >= startsAt;
  return {
    id: attendee.id,
    name: attendee.name ?? (isFirst ? name : null),
    registeredBy: name,
    personId: isFirst ? personId : null,
    position: attendee.position,
    isPresent: attendee.presentAt !== null,
    isWaiting: state === "waiting" || state === "offered" || waited,
    isCancelled: (state === "cancelled" || state === "lapsed") && !waited,
  };
}

const collator = new Intl.Collator("fr", { sensitivity: "base" });

/** Those who have seats first, each with their companions, by the name they registered under. */
function inOrder(a: SheetPerson, b: SheetPerson): number {
  return (
    Number(a.isWaiting) - Number(b.isWaiting) ||
    collator.compare(a.registeredBy, b.registeredBy) ||
    a.position - b.position
  );
}
