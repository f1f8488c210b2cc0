import { forgottenName } from "@/lib/bookings/retention/commands";
import type { Actor } from "@/lib/core/actor";
import { dateColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { listSpaces } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { countResidences, listUsageBookings } from "../queries";
import { usageOf, usersPresent } from "../rules";
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf, monthsOf } from "../schema";
import { firstMonthWithPeople } from "./rules";

/**
 * Keeps the figures of every month older than thirteen, then takes its people off its bookings, in one
 * transaction a month: no month is without figures. Run twice, it does nothing twice. System only.
 */
export async function freezeOldMonths(actor: Actor, at: Date = now()): Promise<{ months: number }> {
  if (actor.kind !== "system") throw new Forbidden();
  const boundary = firstMonthWithPeople(monthOf(dayOf(at, networkTimeZone)));
  const oldest = await db.booking.aggregate({
    _min: { startsAt: true },
    where: { personId: { not: null } },
  });
  if (!oldest._min.startsAt) return { months: 0 };
  const first = monthOf(dayOf(oldest._min.startsAt, networkTimeZone));
  const months = monthsOf({ first, last: addMonths(boundary, -1) });
  for (const month of months) await freezeMonth(month, at);
  return { months: months.length };
}

async function freezeMonth(month: Month, at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await lockAlone(tx, "frozen months");
    const known = await tx.networkMonth.count({ where: { month: dateColumn(firstDayOf(month)) } });
    if (known === 0) await keepFigures(tx, month, at);
    await unlink(tx, month);
    return ok(null);
  }, 60_000);
}

async function keepFigures(tx: Tx, month: Month, at: Date): Promise<void> {
  const range = { first: firstDayOf(month), last: lastDayOf(month) };
  const [spaces, bookings] = [await listSpaces(tx), await listUsageBookings(range, tx)];
  const { bySpace } = usageOf(spaces, bookings, range);
  const users = usersPresent(spaces, bookings, range);
  const residences = Object.fromEntries(await countResidences([...users], tx));
  const column = dateColumn(range.first);
  await tx.monthlyUsage.createMany({
    data: [...bySpace].map(([spaceId, usage]) => ({
      ...usage,
      spaceId,
      month: column,
      users: usage.users ?? 0,
    })),
  });
  await tx.networkMonth.create({
    data: { month: column, users: users.size, residences, frozenAt: at },
  });
}

/** A booking over at the end of the month by the clock of its space; one that goes on keeps its person. */
async function unlink(tx: Tx, month: Month): Promise<void> {
  const next = firstDayOf(addMonths(month, 1));
  await tx.$executeRaw`
    UPDATE bookings b SET person_id = NULL, guest_name = coalesce(b.guest_name, ${forgottenName}),
      companions = '{}', note = NULL, created_by = NULL, ended_by = NULL, checked_in_by = NULL,
      end_reason = NULL, shown_to_members = NULL
    FROM spaces s
    WHERE s.id = b.space_id AND b.person_id IS NOT NULL
      AND b.ends_at <= (${next}::date::timestamp AT TIME ZONE s.time_zone)`;
}
