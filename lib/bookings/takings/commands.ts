import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { StaleReading } from "@/lib/core/stale-reading";
import { db, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import type { Moment } from "../moments/rules";
import { bookingNotice } from "../notices/rules";
import { allowedFor, refuseFor } from "../requirements/queries";
import { cancellableUntil } from "../rules";
import { hasLapsed, settleLapsed, settleSpace } from "../settlements/commands";
import { type BookingNotice, type PlaceFacts, type Taking, tryPlace } from "../tries/commands";

export type BookedPlace = {
  id: string;
  resource: { id: string; name: string };
  /** Written by this very call, not found under its key. */
  isNew?: boolean;
};
export type TakeRefusal =
  | "slot_taken"
  | "space_full"
  | "house_full"
  | "already_booked"
  | "quota_reached"
  | "habilitation_needed"
  | "idempotency_key_reused";

/**
 * Writes a booking on the first of these resources that can be had; every new booking goes through
 * here. Time that has already decided (offers lapsed, nobody came) is written first when it is in the
 * way (in a transaction: by giving it up, see StaleReading), so that whoever waits comes first.
 * Refuses `slot_taken` (one resource asked for, held by anybody; with `bookingId` when the person sits
 * somewhere then), `space_full`, `house_full`, `already_booked` (with `bookingId`), `quota_reached`,
 * `habilitation_needed` (all of them ask for one that the person does not hold when it begins),
 * `idempotency_key_reused` (for another space); throws StaleReading when the space changed since it was read.
 */
export async function takePlace(
  tx: Tx,
  space: Space,
  moment: Moment,
  wanted: SpaceResource[],
  facts: PlaceFacts & { id?: string },
): Promise<Result<BookedPlace, TakeRefusal>> {
  const wish = { ...facts, id: facts.id ?? newId() };
  const { startsAt } = moment;
  const allowed = await allowedFor(tx, wanted, { ...facts, startsAt });
  const isBarred = allowed.length === 0 && wanted.length > 0;
  // The same form sent again answers with what it booked, whatever has ended since.
  if (isBarred && !(await isRetry(tx, facts)))
    return refuseFor(tx, wanted[0]?.habilitationId ?? null);
  const candidates = isBarred ? wanted : allowed;
  let taking = await tryPlace(tx, space, moment, candidates, wish);
  if (taking.outcome === "taken" && (await settled(tx, space, moment, wish.createdAt))) {
    taking = await tryPlace(tx, space, moment, candidates, wish);
  }
  if (taking.outcome === "ended" && !facts.keyIsFinal) {
    // Going back to a form whose booking was cancelled and sending it again is booking again.
    taking = await tryPlace(tx, space, moment, candidates, { ...wish, idempotencyKey: null });
  }
  return answerOf(taking, space, candidates, wish.id);
}

async function isRetry(tx: Tx, { personId, idempotencyKey }: PlaceFacts): Promise<boolean> {
  if (!idempotencyKey || !personId) return false;
  const where = { personId, idempotencyKey, state: { in: [...standing] } };
  return (await tx.booking.count({ where })) > 0;
}

const standing = ["requested", "held", "confirmed"] as const;

function answerOf(
  taking: Taking,
  space: Space,
  candidates: SpaceResource[],
  id: string,
): Result<BookedPlace, TakeRefusal> {
  const had = space.resources.find((resource) => resource.id === taking.resourceId);
  const own = taking.bookingId ? { bookingId: taking.bookingId } : undefined;
  switch (taking.outcome) {
    case "booked":
    case "same":
    case "ended":
      return ok({
        id: taking.bookingId ?? id,
        resource: { id: had?.id ?? "", name: had?.name ?? "" },
        isNew: taking.outcome === "booked",
      });
    case "elsewhere":
      return refuse("idempotency_key_reused");
    case "already_booked":
      return refuse("already_booked", own);
    case "quota_reached": {
      const { quotaCount = null, quotaPeriod = null } = candidates[0] ?? {};
      return refuse("quota_reached", { quotaCount, quotaPeriod });
    }
    case "house_full":
      return refuse("house_full");
    case "taken":
      return candidates.length === 1 ? refuse("slot_taken", own) : refuse("space_full");
  }
}

/**
 * Settling holds the space alone, which a transaction that has already taken there must not ask for:
 * two of them would wait for one another. It is given up, the space settled, and done again.
 */
async function settled(tx: Tx, space: Space, moment: Moment, at: Date): Promise<boolean> {
  if (tx === db) return settleLapsed(db, space.id, moment, at);
  if (await hasLapsed(tx, space.id, moment, at)) {
    throw new StaleReading(() => settleSpace(db, space.id, at));
  }
  return false;
}

type NewFacts = { id: string; asks: boolean; resource: SpaceResource | undefined; at: Date };

/** The mail of a booking just made or asked for; null for a person without address. */
export function noticeOfNew(
  person: { email: string | null; locale: string },
  space: Space,
  moment: Moment,
  { id, asks, resource, at }: NewFacts,
): BookingNotice | null {
  if (!person.email) return null;
  return {
    kind: asks ? "booking-requested" : "booking-confirmed",
    email: person.email,
    locale: person.locale,
    payload: bookingNotice({
      ...moment,
      bookingId: id,
      resourceName: resource?.name ?? "",
      sequence: 0,
      reason: null,
      cancelUntil: cancellableUntil(
        { ...space, cancelNoticeMinutes: resource?.cancelNoticeMinutes ?? null },
        { ...moment, createdAt: at, state: asks ? "requested" : "confirmed" },
      ),
      space: {
        ...space,
        communeName: space.commune.name,
        timeZone: space.calendar.timeZone,
      },
      origin: env().NEXTAUTH_URL,
    }),
  };
}
