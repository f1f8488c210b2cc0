import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Day, dateColumn } from "@/lib/core/day";
import type { Tx } from "@/lib/infra/db";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import { hostTermsOf } from "../../hosted/rules";
import { isOwnBooking } from "../../policy";
import { takePlace } from "../../takings/commands";
import { readKnown } from "../previews/queries";
import { type DatedTerms, type Judged, judgeDates } from "../rules";

type SeriesOwner = { id: string; spaceId: string; personId: string; companions: string[] };

export type DatesTaken = {
  /** Ids of the bookings made, in the order of their dates. */
  booked: string[];
  refused: { day: Day; refusal: string }[];
  /** Days the person had already, at the very resource: neither booked nor refused. */
  had: Day[];
};

/**
 * Takes these dates for a series, each a booking of its own, and says which could not be had; no mail.
 * In the order of their days: two dates of a series never share a local day, so whoever takes several
 * meets others in one order, whatever the resources, and waits in no circle.
 */
export async function takeDates(
  tx: Tx,
  actor: Actor,
  space: Space,
  series: SeriesOwner,
  wishes: DatedTerms[],
  at: Date,
): Promise<DatesTaken> {
  const known = await readKnown(tx, space, series.personId, wishes, at);
  const taken: DatesTaken = { booked: [], refused: [], had: [] };
  const asked = isForMember(actor, series) ? space : withoutQuota(hostTermsOf(space));
  for (const date of judgeDates(asked, wishes, known, at)) {
    if (date.isHad) {
      taken.had.push(date.day);
      continue;
    }
    const refusal = await takeDate(tx, actor, space, series, date, at, taken);
    if (refusal) taken.refused.push({ day: date.day, refusal });
  }
  return taken;
}

/** Under the terms of members: by its member, or by time for them. */
function isForMember(actor: Actor, series: SeriesOwner): boolean {
  return actor.kind === "system" || isOwnBooking(actor, series);
}

/** A host's decision is not bound by the member's quota. */
function withoutQuota(space: ReturnType<typeof hostTermsOf<SpaceResource, Space>>) {
  const resources = space.resources.map((resource) => ({ ...resource, quotaCount: null }));
  return { ...space, resources };
}

async function takeDate(
  tx: Tx,
  actor: Actor,
  space: Space,
  series: SeriesOwner,
  { moment, refusal, resourceId }: Judged & { resourceId: string },
  at: Date,
  taken: DatesTaken,
): Promise<string | null> {
  const resource = space.resources.find(({ id }) => id === resourceId);
  if (!moment || refusal || !resource) return refusal ?? "not_bookable";
  const { companions } = series;
  if (companions.length + 1 > resource.capacity) return "too_many_people";
  const isOwn = isForMember(actor, series);
  const result = await takePlace(tx, space, moment, [resource], {
    personId: series.personId,
    companions,
    state: resource.needsApproval ? "requested" : "confirmed",
    source: isOwn ? "member" : "host",
    createdBy: personIdOf(actor),
    createdAt: at,
    seriesId: series.id,
    countsQuota: isOwn,
  });
  if (!result.ok) return result.refusal;
  taken.booked.push(result.value.id);
  return null;
}

/** Keeps the dates that could not be had, to be asked for again; those of a later try replace the first. */
export async function keepRefused(
  tx: Tx,
  series: Omit<SeriesOwner, "companions">,
  refused: { day: Day; refusal: string; closedAt?: Date }[],
  at: Date,
): Promise<void> {
  const key = { spaceId: series.spaceId, seriesId: series.id };
  const days = refused.map(({ day }) => dateColumn(day));
  await tx.seriesRefusal.deleteMany({ where: { ...key, day: { in: days } } });
  await tx.seriesRefusal.createMany({
    data: refused.map(({ day, refusal, closedAt }) => ({
      ...key,
      day: dateColumn(day),
      refusal,
      createdAt: at,
      closedAt: closedAt ?? null,
    })),
  });
}
