import { dayFromColumn, parseDay } from "@/lib/core/day";
import type { Refused } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { type Asked, wantedOfMove } from "../moves/rules";
import { listAlternatives } from "../nearby/queries";
import { bookingRefusals } from "../schema";
import { peopleOf, type Wish } from "./rules";

/** The refusal with up to three free places near what was asked, around the nearest day it names. */
export async function withAlternatives<Refusal extends string>(
  refused: Refused<Refusal>,
  wish: Omit<Wish, "nearest">,
  at: Date,
): Promise<Refused<Refusal>> {
  const details = { ...(typeof refused.data === "object" ? refused.data : {}) };
  const nearest = "nearestDay" in details ? parseDay(String(details.nearestDay)) : null;
  const alternatives = await listAlternatives({ ...wish, nearest }, at);
  return { ...refused, data: { ...details, alternatives } };
}

/** The same for a booking that exists: near its own place and moment, or those it was asked to go to. */
export async function withAlternativesTo<Refusal extends string>(
  refused: Refused<Refusal>,
  bookingId: string,
  asked: Asked,
  at: Date,
): Promise<Refused<Refusal>> {
  if (!bookingRefusals.some((code) => code === refused.refusal)) return refused;
  const { day, resource, companions, ...booking } = await db.booking.findFirstOrThrow({
    where: { id: bookingId },
    select: {
      resourceId: true,
      day: true,
      part: true,
      startsAt: true,
      endsAt: true,
      companions: true,
      resource: { select: { space: { select: { slug: true } } } },
    },
  });
  const wish = {
    slug: resource.space.slug,
    resourceId: asked.resourceId ?? booking.resourceId,
    wanted: wantedOfMove(asked, { ...booking, day: dayFromColumn(day) }),
    people: peopleOf(companions),
  };
  return withAlternatives(refused, wish, at);
}
