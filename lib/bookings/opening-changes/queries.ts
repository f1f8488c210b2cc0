import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dayFromColumn, dayOf, eachDay, instantAt } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug, listSpaces, type Space } from "@/lib/spaces/queries";
import {
  getSchoolHolidayState,
  type SchoolHolidayState,
} from "@/lib/spaces/school-holidays/queries";
import { type StaffConflict, staffConflicts } from "@/lib/spaces/staff-presences/rules";
import { type HitList, viewHits } from "../closures/queries";
import { listHits } from "../hits/queries";
import type { Hit } from "../hits/schema";
import { canRunDay } from "../policy";
import { decideChange, editOf, firstDayOf, type KnownRule, leftOutside, withEdit } from "./rules";
import type { OpeningChange, OpeningRefusal } from "./schema";

/** Farther than any horizon of a booking. */
const daysLookedAt = 800;
/** Bookings looked through for those left outside. */
const mostLookedThrough = 5_000;
/** How far ahead somebody in two places at once is looked for. */
const conflictDays = 28;

/** Weekly rules of a space with their ids, by weekday and hour. */
export async function listRules(client: Tx, spaceId: string): Promise<KnownRule[]> {
  const rows = await client.openingRule.findMany({
    where: { spaceId },
    select: {
      id: true,
      weekday: true,
      startMinute: true,
      endMinute: true,
      state: true,
      validFrom: true,
      validUntil: true,
      everyWeeks: true,
      weekOffset: true,
      season: true,
      staffName: true,
    },
    orderBy: [{ weekday: "asc" }, { startMinute: "asc" }, { id: "asc" }],
  });
  return rows.map(({ validFrom, validUntil, ...rule }) => ({
    ...rule,
    validFrom: validFrom && dayFromColumn(validFrom),
    validUntil: validUntil && dayFromColumn(validUntil),
  }));
}

export type OpeningToRun = {
  space: Space;
  today: Day;
  /** Rules that hold today or later. */
  rules: KnownRule[];
  holidays: SchoolHolidayState;
  conflicts: StaffConflict[];
};

/** The hours of a space as its host edits them, and who is announced in two places at once; NotFound for others. */
export async function getOpeningToRun(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<OpeningToRun> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const today = dayOf(at, space.calendar.timeZone);
  const [rules, holidays, spaces] = await Promise.all([
    listRules(db, space.id),
    getSchoolHolidayState(space.id, at),
    listSpaces(),
  ]);
  const conflicts = eachDay(today, addDays(today, conflictDays))
    .flatMap((day) => staffConflicts(spaces, day))
    .filter(({ places }) => places.some((place) => place.slug === slug));
  const standing = rules.filter(({ validUntil }) => validUntil === null || validUntil > today);
  return { space, today, rules: standing, holidays, conflicts };
}

/** Bookings that stand and that this change leaves outside the hours, in the order they were made. */
export async function listLeftOutside(
  client: Tx,
  space: Space,
  rules: KnownRule[],
  change: OpeningChange,
  at: Date,
): Promise<Hit[]> {
  const { calendar } = space;
  const from = firstDayOf(change);
  const last = change.kind === "week" || change.kind === "end" ? daysLookedAt : 1;
  const during = {
    startsAt: instantAt(from, 0, calendar.timeZone),
    endsAt: instantAt(addDays(from, last), 0, calendar.timeZone),
  };
  const closing = { space, resourceIds: null, during };
  const standing = await listHits(client, [closing], at, mostLookedThrough);
  return leftOutside(calendar, withEdit(calendar, rules, editOf(rules, change)), standing);
}

export type OpeningPreview = ({ ok: true } & HitList) | { ok: false; refusal: OpeningRefusal };

/** Whom a change of hours would leave outside, before anything changes. NotFound for who does not run the space. */
export async function previewOpening(
  actor: Actor,
  slug: string,
  change: OpeningChange,
  at: Date = now(),
): Promise<OpeningPreview> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const rules = await listRules(db, space.id);
  const today = dayOf(at, space.calendar.timeZone);
  const refusal = decideChange(space.calendar, rules, change, today);
  if (refusal) return { ok: false, refusal };
  const hits = await listLeftOutside(db, space, rules, change, at);
  return { ok: true, ...(await viewHits(actor, hits, null, at)) };
}
