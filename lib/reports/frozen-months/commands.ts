import { forgottenName } from "@/lib/bookings/retention/commands";
import type { Actor } from "@/lib/core/actor";
import { addDays, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { listSpaces } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { countDays, isUpToDate, keepMonth, lockFacts } from "../facts/commands";
import { findFirstStart, listFrozenDays, listUsersPresent } from "../facts/queries";
import { getReport } from "../figures/queries";
import type { Figure } from "../figures/schema";
import { activeDays } from "../indicators/loyalty/rules";
import { countResidences } from "../queries";
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf, monthsOf } from "../schema";
import { firstMonthWithPeople } from "./rules";

/**
 * Keeps the figures of every month older than thirteen, then takes its people off its bookings, in one
 * transaction a month: no month is without figures. Run twice, it does nothing twice. System only.
 */
export async function freezeOldMonths(actor: Actor, at: Date = now()): Promise<{ months: number }> {
  if (actor.kind !== "system") throw new Forbidden();
  const boundary = firstMonthWithPeople(monthOf(dayOf(at, networkTimeZone)));
  const months = await monthsToFreeze(boundary);
  let frozen = 0;
  for (const month of months) {
    // The rest waits for its days to be counted: a month kept wrong would stay wrong.
    if (!(await isUpToDate(actor, { first: firstDayOf(month), last: lastDayOf(month) }, at))) break;
    await freezeMonth(actor, month, at);
    frozen += 1;
  }
  return { months: frozen };
}

/** Before the boundary: those not frozen yet, whether or not anybody came, and those of which a person is left. */
async function monthsToFreeze(boundary: Month): Promise<Month[]> {
  const [oldest, withPeople, kept] = await Promise.all([
    findFirstStart(db),
    db.booking.aggregate({ _min: { startsAt: true }, where: { personId: { not: null } } }),
    db.networkMonth.findMany({ where: { frozenAt: { not: null } }, select: { month: true } }),
  ]);
  if (!oldest) return [];
  const frozen = new Set(kept.map(({ month }) => monthOf(dayFromColumn(month))));
  const left = withPeople._min.startsAt;
  const firstLeft = left ? monthOf(dayOf(left, networkTimeZone)) : boundary;
  const first = monthOf(dayOf(oldest, networkTimeZone));
  return monthsOf({ first, last: addMonths(boundary, -1) }).filter(
    (month) => !frozen.has(month) || month >= firstLeft,
  );
}

async function freezeMonth(actor: Actor, month: Month, at: Date): Promise<void> {
  // Before the transaction, whose locks it would wait for; who came so long ago no longer changes.
  const figures = await figuresToKeep(actor, month, at);
  const later = await activeToKeep(actor, month, at);
  await inTransaction(async (tx) => {
    await lockAlone(tx, "frozen months");
    await lockFacts(tx);
    const isKnown = { month: dateColumn(firstDayOf(month)), frozenAt: { not: null } };
    const known = await tx.networkMonth.count({ where: isKnown });
    if (known === 0) await keepFigures(tx, month, figures, at);
    for (const [each, active] of later) {
      const where = { month: dateColumn(firstDayOf(each)), figures: { equals: Prisma.DbNull } };
      await tx.networkMonth.updateMany({ where, data: { figures: active } });
    }
    await unlink(tx, month);
    return ok(null);
  }, 120_000);
}

async function figuresToKeep(actor: Actor, month: Month, at: Date): Promise<Figure[]> {
  const range = { first: firstDayOf(month), last: lastDayOf(month) };
  return (await getReport(actor, range, at)).figures;
}

/** Months after it whose ninety days of active members begin in it, where these were not kept yet. */
async function activeToKeep(actor: Actor, month: Month, at: Date): Promise<[Month, Figure[]][]> {
  const next = [addMonths(month, 1), addMonths(month, 2), addMonths(month, 3)].filter(
    (each) => addDays(lastDayOf(each), 1 - activeDays) <= lastDayOf(month),
  );
  const known = await db.networkMonth.findMany({
    where: { month: { in: next.map((each) => dateColumn(firstDayOf(each))) } },
    select: { month: true, figures: true },
  });
  const wanted = known.filter(({ figures }) => figures === null);
  const kept: [Month, Figure[]][] = [];
  for (const row of wanted) {
    const each = monthOf(dayFromColumn(row.month));
    const figures = await figuresToKeep(actor, each, at);
    kept.push([each, figures.filter(({ indicator }) => indicator === "activeMembers")]);
  }
  return kept;
}

/** Its days are counted once more, for the last time: who was new on them is kept with their account. */
async function keepFigures(tx: Tx, month: Month, figures: Figure[], at: Date): Promise<void> {
  const range = { first: firstDayOf(month), last: lastDayOf(month) };
  const frozen = await listFrozenDays(tx);
  for (const space of await listSpaces(tx)) {
    await countDays(tx, space, range, frozen.at(-1)?.last ?? null);
  }
  await keepMonth(tx, month, range.last);
  const users = await listUsersPresent(range, tx);
  const residences = Object.fromEntries(await countResidences(users, tx));
  await tx.networkMonth.update({
    where: { month: dateColumn(range.first) },
    data: { residences, figures, frozenAt: at },
  });
  await tx.presenceDay.deleteMany({
    where: { day: { gte: dateColumn(range.first), lte: dateColumn(range.last) } },
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
