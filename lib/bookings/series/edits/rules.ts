import type { Day } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type { Moment } from "../../moments/rules";
import { heldInterval, type TakenInterval } from "../../rules";
import { type Holding, stateAt } from "../../states/rules";
import {
  judgeOccurrences,
  type Known,
  type SeriesResource,
  type SeriesSpace,
  wantedOn,
} from "../rules";
import type { SeriesMoment } from "../schema";
import type { StayReason } from "./schema";

/** A date of a series as its change is decided. */
export type EditedDate = Interval &
  Holding & {
    id: string;
    day: Day;
    part: string;
    resourceId: string;
    checkedInAt: Date | null;
    companions: string[];
    cancellableUntil: Date;
  };

/** The first local day a change speaks of, today at the earliest; null when the series is over by then. */
export function editedFrom(
  series: { lastDay: Day; endedFrom: Day | null },
  from: Day,
  today: Day,
): Day | null {
  const first = from < today ? today : from;
  const isOver = first > series.lastDay || (series.endedFrom !== null && first >= series.endedFrom);
  return isOver ? null : first;
}

/**
 * Dates a change « à partir du » speaks of: those of that local day and later that have not begun, that
 * are asked for or sure, and where nobody is yet. The past, and what was cancelled, are not among them.
 */
export function datesToEdit<Booking extends EditedDate>(
  bookings: Booking[],
  from: Day,
  at: Date,
): Booking[] {
  return bookings.filter((booking) => {
    const state = stateAt(booking, at);
    const stands = state === "requested" || state === "confirmed";
    return stands && booking.day >= from && booking.startsAt > at && !booking.checkedInAt;
  });
}

/** Under the new terms: it moves, it is there already, or it stays for that reason. */
export type Edit = { move: Moment } | { stay: StayReason } | { same: true };

type EditedSpace = SeriesSpace<EditedResource>;
type EditedResource = SeriesResource & {
  needsApproval: boolean;
  capacity: number;
  sharesWith: string[];
};

/**
 * Where a date goes on that resource at that wall time. Its member alone changes it until its deadline,
 * and does not change what the host agreed to (`needs_approval`); whoever runs the day does both, and
 * no quota binds them.
 */
export function decideEdit(
  space: EditedSpace,
  { resource, moment }: { resource: EditedResource; moment: SeriesMoment },
  booking: EditedDate,
  known: Known,
  { runsDay, at }: { runsDay: boolean; at: Date },
): Edit {
  const wanted = wantedOn(booking.day, moment, space.calendar.timeZone);
  const terms = runsDay ? { ...resource, quotaCount: null } : resource;
  const others = withoutItself(known, space, booking);
  const [judged] = judgeOccurrences(space, terms, [{ day: booking.day, wanted }], others, at);
  if (judged?.moment && isThere(booking, resource.id, judged.moment)) return { same: true };
  if (!judged?.moment || judged.refusal) return { stay: judged?.refusal ?? "not_bookable" };
  if (booking.companions.length + 1 > resource.capacity) return { stay: "too_many_people" };
  if (runsDay) return { move: judged.moment };
  if (at >= booking.cancellableUntil) return { stay: "too_late_to_cancel" };
  if (resource.needsApproval && booking.state === "confirmed") return { stay: "needs_approval" };
  return { move: judged.moment };
}

function isThere(booking: EditedDate, resourceId: string, there: Moment): boolean {
  return booking.resourceId === resourceId && booking.part === there.part && isSame(booking, there);
}

/** Neither the place a booking leaves nor its own hours keep it from moving. */
function withoutItself(known: Known, space: EditedSpace, booking: EditedDate): Known {
  const resource = space.resources.find(({ id }) => id === booking.resourceId);
  const own = known.own.filter(({ id }) => id !== booking.id);
  // A request holds nothing: whatever is there is somebody else's.
  if (!resource || booking.state === "requested") return { ...known, own };
  const held = heldInterval(resource, booking);
  const itsOwn = [resource.id, ...resource.sharesWith];
  // Two live bookings of one place share no instant: the same interval is the same booking.
  const isIts = (taken: TakenInterval) => itsOwn.includes(taken.resourceId) && isSame(taken, held);
  return {
    taken: known.taken.filter((taken) => !isIts(taken)),
    own,
  };
}

function isSame(a: Interval, b: Interval): boolean {
  return +a.startsAt === +b.startsAt && +a.endsAt === +b.endsAt;
}

/** The same, once that booking has moved: what counts for a quota is where it went. */
export function afterMove(
  known: Known,
  bookingId: string,
  { id, kind }: Pick<EditedResource, "id" | "kind">,
  { startsAt, endsAt }: Moment,
): Known {
  const moved = { resourceId: id, kind, startsAt, endsAt };
  const own = known.own.map((each) => (each.id === bookingId ? { ...each, ...moved } : each));
  return { ...known, own };
}
