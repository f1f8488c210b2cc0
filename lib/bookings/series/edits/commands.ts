import type { Actor } from "@/lib/core/actor";
import { type Day, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inSavepoint, inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceById, type Space, type SpaceResource } from "@/lib/spaces/queries";
import { lockBookings } from "../../batches/commands";
import { freeBooking } from "../../freeings/commands";
import { hostTermsOf } from "../../hosted/rules";
import type { Moment } from "../../moments/rules";
import { type LockedBooking, personLock, spaceLock } from "../../places/commands";
import { canRunDay } from "../../policy";
import { heldInterval, kindsLike } from "../../rules";
import { settleLapsed } from "../../settlements/commands";
import { lapseOf } from "../../states/rules";
import { lockSeries, momentColumns, noteSeries } from "../commands";
import { notifyOfSeries } from "../notices/commands";
import { canChangeSeries } from "../policy";
import { readKnown } from "../previews/queries";
import type { Series } from "../queries";
import { formerTermsFrom, type Known } from "../rules";
import type { EditSeriesInput } from "../schema";
import { afterMove, datesToEdit, decideEdit, editedFrom } from "./rules";
import type { EditSeriesRefusal, StayReason } from "./schema";

export type SeriesEdited = {
  id: string;
  moved: number;
  /** Dates that stay as they were, with the reason. */
  stayed: { day: Day; reason: StayReason }[];
};

/**
 * Gives a series another resource or another moment from a local day on: each date to come moves or
 * stays as it was and is reported, in one transaction with one mail; dates still to be asked for follow.
 * The past and what was cancelled are never touched. Refuses `series_over`, `not_bookable`,
 * `other_kind` (a series of seats stays one) and `nothing_moved` (with `stayed`: none of the dates can follow).
 */
export async function editSeries(
  actor: Actor,
  input: EditSeriesInput,
  at: Date = now(),
): Promise<Result<SeriesEdited, EditSeriesRefusal>> {
  return inTransaction<SeriesEdited, EditSeriesRefusal>(async (tx) => {
    const series = await lockSeries(tx, actor, input.seriesId);
    if (!canChangeSeries(actor, series)) throw new NotFound();
    // Alone: between this reading and the moves nobody takes what they come to.
    await lockAlone(tx, spaceLock(series.spaceId));
    await lockAlone(tx, personLock(series.personId));
    const space = await getSpaceById(series.spaceId, tx);
    const resource = space.resources.find(({ id }) => id === input.resourceId);
    if (!resource) return refuse("not_bookable");
    if (!isAlike(space, series, resource)) return refuse("other_kind");
    const from = editedFrom(series, input.from, dayOf(at, space.calendar.timeZone));
    if (!from) return refuse("series_over");
    const bookings = datesToEdit(await lockDates(tx, series), from, at);
    const terms = { space, resource, moment: input.moment };
    const edited = await moveEach(tx, actor, terms, bookings, at);
    if (edited.moved.length === 0 && edited.stayed.length > 0) {
      return refuse("nothing_moved", { stayed: edited.stayed });
    }
    await writeTerms(tx, series, { ...input, from });
    await tell(tx, actor, series, from, edited);
    return ok({ id: series.id, moved: edited.moved.length, stayed: edited.stayed });
  });
}

function isAlike(space: Space, { resourceId }: Series, { kind }: SpaceResource): boolean {
  const own = space.resources.find(({ id }) => id === resourceId);
  return !own || kindsLike(own.kind).includes(kind);
}

async function tell(
  tx: Tx,
  actor: Actor,
  series: Series,
  from: Day,
  { moved, stayed }: Edited,
): Promise<void> {
  await noteSeries(tx, actor, series, "series.changed", { from, moved: moved.length });
  if (moved.length === 0) return;
  await notifyOfSeries(
    tx,
    "series-changed",
    series,
    moved,
    stayed.map(({ day }) => day),
  );
}

async function lockDates(tx: Tx, { spaceId, id, personId }: Series): Promise<LockedBooking[]> {
  const rows = await tx.booking.findMany({
    // One that was swapped away is somebody else's.
    where: { spaceId, seriesId: id, personId, state: { in: ["requested", "confirmed"] } },
    select: { id: true, spaceId: true },
  });
  return lockBookings(tx, rows);
}

type Terms = Pick<EditSeriesInput, "moment"> & { space: Space; resource: SpaceResource };
type Edited = { moved: string[]; stayed: SeriesEdited["stayed"] };

async function moveEach(
  tx: Tx,
  actor: Actor,
  terms: Terms,
  bookings: LockedBooking[],
  at: Date,
): Promise<Edited> {
  const { resource, moment } = terms;
  const runsDay = canRunDay(actor, terms.space.id);
  const space = runsDay ? hostTermsOf(terms.space) : terms.space;
  let known = await readAround(tx, terms, bookings, at);
  const edited: Edited = { moved: [], stayed: [] };
  for (const booking of bookings) {
    const edit = decideEdit(space, { resource, moment }, booking, known, { runsDay, at });
    if ("same" in edit) continue;
    const reason =
      "stay" in edit ? edit.stay : await moveOne(tx, actor, booking, terms, edit.move, at);
    if (reason) edited.stayed.push({ day: booking.day, reason });
    else edited.moved.push(booking.id);
    if ("move" in edit && !reason) known = afterMove(known, booking.id, resource, edit.move);
  }
  return edited;
}

/** What the dates may meet where they come to. */
async function readAround(
  tx: Tx,
  { space, resource, moment }: Terms,
  bookings: LockedBooking[],
  at: Date,
): Promise<Known> {
  const personId = bookings[0]?.personId;
  const wishes = bookings.map(({ day }) => ({ day, resourceId: resource.id, moment }));
  if (!personId) return { taken: [], own: [] };
  return readKnown(tx, space, personId, wishes, at);
}

async function moveOne(
  tx: Tx,
  actor: Actor,
  booking: LockedBooking,
  { space, resource }: Terms,
  moment: Moment,
  at: Date,
): Promise<StayReason | null> {
  const { startsAt, endsAt, part } = moment;
  // What time has freed is written first: an UPDATE that meets it would be refused.
  await settleLapsed(tx, space.id, heldInterval(resource, moment), at);
  const lapse = { startsAt, createdAt: booking.createdAt, checkedInAt: null };
  const lapsesAt =
    booking.state === "requested" ? startsAt : lapseOf(space.noShowGraceMinutes, lapse);
  const before = {
    resourceId: booking.resourceId,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    day: booking.day,
    part: booking.part,
  };
  const place = { resourceId: resource.id, startsAt, endsAt, part, lapsesAt };
  const moved = await inSavepoint(tx, () =>
    freeBooking(tx, actor, booking, { verb: "move", at, before }, place),
  );
  if (moved.ok) return null;
  return moved.refusal === "wrong_state" ? "not_bookable" : moved.refusal;
}

async function writeTerms(
  tx: Tx,
  series: Series,
  { from, resourceId, moment }: Pick<EditSeriesInput, "from" | "resourceId" | "moment">,
): Promise<void> {
  await tx.series.update({
    where: { spaceId_id: { spaceId: series.spaceId, id: series.id } },
    data: { resourceId, ...momentColumns(moment), formerTerms: formerTermsFrom(series, from) },
  });
}
