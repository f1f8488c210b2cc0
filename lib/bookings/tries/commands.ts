import { StaleReading } from "@/lib/core/stale-reading";
import { rowsOf, type Tx } from "@/lib/infra/db";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import type { Moment } from "../moments/rules";
import { type QuotaWindow, quotaWindow } from "../places/rules";
import { seatKinds } from "../schema";
import { lapseOf } from "../states/rules";

type Stale = { outcome: "stale" };

export type BookingNotice = {
  kind: string;
  email: string;
  locale: string;
  payload: Record<string, unknown>;
};

/** All that a new booking says besides its place and its moment. */
export type PlaceFacts = {
  personId: string | null;
  guestName?: string | null;
  companions?: string[];
  /** How many come where nobody is named. */
  people?: number | null;
  state: "requested" | "held" | "confirmed";
  source: "member" | "host" | "walk_in" | "waiting_list" | "event";
  createdBy: string | null;
  createdAt: Date;
  lapsesAt?: Date | null;
  idempotencyKey?: string | null;
  /** The key answers with its booking even when that one has ended (an API retry, not a form gone back to). */
  keyIsFinal?: boolean;
  seriesId?: string | null;
  waitingEntryId?: string | null;
  note?: string | null;
  /** Whether members see that the person will be there; null = as their profile says. */
  shownToMembers?: boolean | null;
  checkedInAt?: Date | null;
  checkedInBy?: string | null;
  /** The person's other seats and quota are looked at; a host welcoming somebody counts neither. */
  countsQuota?: boolean;
  /** One more place of a wish for several: the person's seat is the first of them. */
  isFurther?: boolean;
  /** A mail for the person, its `resourceName` filled by the place that was had. */
  notice?: BookingNotice | null;
};

type Outcome =
  | "booked"
  | "same"
  | "ended"
  | "elsewhere"
  | "already_booked"
  | "quota_reached"
  | "house_full"
  | "taken";
export type Taking = { outcome: Outcome; bookingId: string | null; resourceId: string | null };

/**
 * Tries to write a booking on the first of these resources that can be had, in one statement
 * (`take_place`); outside a transaction it is one by itself. Throws StaleReading when the space
 * changed since it was read. takePlace is what a verb calls: it also settles what has lapsed.
 */
export async function tryPlace(
  tx: Tx,
  space: Space,
  moment: Moment,
  candidates: SpaceResource[],
  facts: PlaceFacts & { id: string },
): Promise<Taking> {
  const [first] = candidates;
  if (!first) return { outcome: "taken", bookingId: null, resourceId: null };
  const { countsQuota = true, notice = null, companions = [], keyIsFinal, ...told } = facts;
  const { isFurther = false, ...said } = told;
  const quota = countsQuota ? quotaOf(space, first, moment) : null;
  const wish = {
    ...said,
    spaceId: space.id,
    version: String(space.version),
    day: moment.day,
    part: moment.part,
    startsAt: moment.startsAt,
    endsAt: moment.endsAt,
    companions,
    lapsesAt: lapseOfNew(space, moment, facts),
    seat: !isFurther && seatKinds.some((kind) => kind === first.kind),
    quota,
    notice,
  };
  const ids = candidates.map((resource) => resource.id);
  const names = candidates.map((resource) => resource.name);
  const [row] = await rowsOf<Taking | Stale>(tx, takePlaceStatement, [
    JSON.stringify(wish),
    ids,
    names,
  ]);
  if (!row) throw new Error("take_place said nothing");
  if (row.outcome === "stale") throw new StaleReading();
  return row;
}

const takePlaceStatement = {
  name: "take_place",
  mayWait: true as const,
  text: `SELECT outcome, booking_id AS "bookingId", taken_resource_id AS "resourceId"
    FROM take_place($1::jsonb, $2::uuid[], $3::text[])`,
};

function lapseOfNew(space: Space, moment: Moment, facts: PlaceFacts): Date | null {
  if (facts.lapsesAt !== undefined) return facts.lapsesAt;
  const { createdAt, checkedInAt = null } = facts;
  if (facts.state === "requested") return moment.startsAt;
  return lapseOf(space.noShowGraceMinutes, { startsAt: moment.startsAt, createdAt, checkedInAt });
}

function quotaOf(
  space: Space,
  { kind, quotaCount, quotaPeriod }: SpaceResource,
  { day }: Moment,
): (QuotaWindow & { kind: string; count: number }) | null {
  if (quotaCount === null) return null;
  return { kind, count: quotaCount, ...quotaWindow(quotaPeriod, day, space.calendar.timeZone) };
}
