import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";
import { currentHalfDay } from "../rules";
import type { BookingPart } from "../schema";
import { arrivalAmong, presentAmong } from "./rules";

const ownSelect = {
  id: true,
  part: true,
  startsAt: true,
  endsAt: true,
  state: true,
  lapsesAt: true,
  checkedInAt: true,
  checkedOutAt: true,
  resource: { select: { id: true, name: true } },
} satisfies Prisma.BookingSelect;

export type OwnBooking = Prisma.BookingGetPayload<{ select: typeof ownSelect }>;

/** A person's bookings of one local day in a space, those given back after the grace included; no check. */
export async function listOwnOfDay(
  client: Tx,
  { spaceId, personId, day }: { spaceId: string; personId: string; day: Day },
): Promise<OwnBooking[]> {
  return client.booking.findMany({
    where: { spaceId, personId, day: dateColumn(day), state: { in: ["confirmed", "no_show"] } },
    select: ownSelect,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

export type Standing =
  | { kind: "visitor" }
  | { kind: "arrive"; booking: OwnBooking }
  | { kind: "there"; booking: OwnBooking }
  | { kind: "nothing_now"; next: OwnBooking | null; rest: BookingPart | null };

export type PresencePage = {
  space: { slug: string; name: string; communeName: string; timeZone: string };
  day: Day;
  /** The space has a poster. */
  hasCode: boolean;
  standing: Standing;
};

/** What the address of the poster shows to whoever asks: their own booking of the moment and nobody else's; public. */
export async function getPresencePage(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<PresencePage> {
  const space = await getSpaceBySlug(slug);
  const { timeZone } = space.calendar;
  const day = dayOf(at, timeZone);
  const { checkInCode } = await db.space.findUniqueOrThrow({
    where: { id: space.id },
    select: { checkInCode: true },
  });
  const page = {
    space: { slug, name: space.name, communeName: space.commune.name, timeZone },
    day,
    hasCode: checkInCode !== null,
  };
  if (actor.kind !== "person") return { ...page, standing: { kind: "visitor" } };
  const own = await listOwnOfDay(db, { spaceId: space.id, personId: actor.personId, day });
  const arrival = arrivalAmong(own, at);
  if (arrival.kind === "arrive") return { ...page, standing: arrival };
  const there = presentAmong(own, at);
  if (there) return { ...page, standing: { kind: "there", booking: there } };
  const next = own.find((booking) => booking.startsAt > at) ?? null;
  const rest = currentHalfDay(space.calendar, at);
  return { ...page, standing: { kind: "nothing_now", next, rest } };
}

export type Poster = {
  space: { slug: string; name: string; communeName: string };
  code: string | null;
};

/** The code to print, null when none was made. NotFound for whoever does not run this space. */
export async function getPoster(actor: Actor, slug: string): Promise<Poster> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const { checkInCode } = await db.space.findUniqueOrThrow({
    where: { id: space.id },
    select: { checkInCode: true },
  });
  const { name, commune } = space;
  return { space: { slug, name, communeName: commune.name }, code: checkInCode };
}
