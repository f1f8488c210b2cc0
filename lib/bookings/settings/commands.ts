import type { Actor } from "@/lib/core/actor";
import { addDays, dayOf, instantAt } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceById, getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { markOfSetup } from "@/lib/spaces/resources/queries";
import { changesOf } from "@/lib/spaces/resources/rules";
import { fullestInstant } from "../ceilings/queries";
import { listHits } from "../hits/queries";
import type { Hit } from "../hits/schema";
import { leftOutside } from "../opening-changes/rules";
import { spaceLock } from "../places/commands";
import { canRunDay } from "../policy";
import type { InTheWay } from "../terms/schema";
import { readSettings } from "./queries";
import type { ChangeSettingsInput, SettingsRefusal } from "./schema";

/** Farther than any booking is made. */
const daysLookedAt = 800;
const mostLookedThrough = 5_000;

/**
 * Says anew what a space says of its bookings. What was booked keeps its grace; another boundary or zone
 * under which bookings to come would no longer fit their half-day or the hours is refused
 * (`halves_booked`, with InTheWay), so is a ceiling below the people expected at one
 * instant (`people_expected`, with them and the day), and so is what another host changed since (`changed_since`). Hosts of
 * the space; journalled, what differs alone.
 */
export async function changeSettings(
  actor: Actor,
  { slug, mark, settings }: ChangeSettingsInput,
  at: Date = now(),
): Promise<Result<{ isChanged: boolean }, SettingsRefusal>> {
  return inTransaction<{ isChanged: boolean }, SettingsRefusal>(async (tx) => {
    const { id } = await getSpaceBySlug(slug, tx);
    if (!canRunDay(actor, id)) throw new NotFound();
    await lockAlone(tx, spaceLock(id));
    const [space, before] = [await getSpaceById(id, tx), await readSettings(tx, id)];
    const change = changesOf(before, settings);
    if (!change) return ok({ isChanged: false });
    if (mark && mark !== markOfSetup(before)) return refuse("changed_since");
    const crowded = await whyNotSoFew(tx, space, { before, after: settings }, at);
    if (crowded) return crowded;
    await tx.space.update({ where: { id }, data: settings });
    const inTheWay = await listCut(tx, space, await getSpaceById(id, tx), at);
    const days = inTheWay.map(({ day }) => day).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (first && last) {
      return refuse("halves_booked", { count: days.length, first, last } satisfies InTheWay);
    }
    await writeJournal(tx, { actor, action: "space.settings_changed", spaceId: id, ...change });
    return ok({ isChanged: true });
  });
}

type Ceilings = Record<"before" | "after", { mostPeople: number | null }>;

/** What is promised already stays so: fewer people than that at once is no ceiling yet. */
async function whyNotSoFew(
  tx: Tx,
  { id, calendar: { timeZone } }: Space,
  { before, after }: Ceilings,
  at: Date,
): Promise<Refused<SettingsRefusal> | null> {
  const { mostPeople } = after;
  if (mostPeople === null || mostPeople >= (before.mostPeople ?? Number.POSITIVE_INFINITY))
    return null;
  const endsAt = instantAt(addDays(dayOf(at, timeZone), daysLookedAt), 0, timeZone);
  const { people, instant } = await fullestInstant(tx, id, { startsAt: at, endsAt }, at);
  if (people <= mostPeople) return null;
  const day = dayOf(instant, timeZone);
  return refuse("people_expected", { count: people, first: day, last: day } satisfies InTheWay);
}

/** Bookings to come that fit the space as it was and not as it would be. */
async function listCut(tx: Tx, before: Space, after: Space, at: Date): Promise<Hit[]> {
  const { timeZone } = before.calendar;
  const until = instantAt(addDays(dayOf(at, timeZone), daysLookedAt), 0, timeZone);
  const during = { startsAt: at, endsAt: until };
  const closing = { space: before, resourceIds: null, during };
  const standing = await listHits(tx, [closing], at, mostLookedThrough);
  return leftOutside(before.calendar, after.calendar, standing);
}
