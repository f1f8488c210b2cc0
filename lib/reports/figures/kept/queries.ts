import { addDays, dateColumn, dayFromColumn, monthStart } from "@/lib/core/day";
import { readDb } from "@/lib/infra/db";
import { activeDays } from "../../indicators/loyalty/rules";
import type { Counting, ReportRows } from "../../indicators/schema";
import type { DayRange } from "../../rules";
import { earlierOf, firstDayOf, lastDayOf, type Month, monthOf, monthsOf } from "../../schema";
import { figuresOf } from "../rules";
import type { Figure } from "../schema";
import { type Stretch, withActive, withKeptMonths } from "./rules";
import { keptFigures } from "./schema";

/**
 * The numbers of these rows over local days, both included. Months that have lost their people are told by
 * what was kept of them, the others as they are counted. Takes a decided caller.
 */
export async function figuresOver(rows: ReportRows, counting: Counting): Promise<Figure[]> {
  const { range } = counting;
  const window = addDays(range.last, 1 - activeDays);
  const frozen = await listFrozen({ first: earlierOf(window, range.first), last: range.last });
  const own = frozen.filter(({ month }) => lastDayOf(month) >= range.first);
  const figures = inStretches(rows, counting, own);
  if (!frozen.some(({ month }) => lastDayOf(month) >= window)) return figures;
  return withActive(figures, await findActive(range));
}

type Frozen = { month: Month; figures: Figure[] | null };

/** Months of which a day is among these and whose people are gone, the oldest first. */
async function listFrozen({ first, last }: DayRange): Promise<Frozen[]> {
  const rows = await readDb.networkMonth.findMany({
    where: {
      month: { gte: dateColumn(monthStart(first)), lte: dateColumn(last) },
      frozenAt: { not: null },
    },
    select: { month: true, figures: true },
    orderBy: { month: "asc" },
  });
  return rows.map(({ month, figures }) => ({
    month: monthOf(dayFromColumn(month)),
    figures: figures === null ? null : keptFigures.parse(figures),
  }));
}

function inStretches(rows: ReportRows, counting: Counting, frozen: readonly Frozen[]): Figure[] {
  const { range, at } = counting;
  const [oldest, youngest] = [frozen[0], frozen.at(-1)];
  const figures = figuresOf(rows, counting);
  if (!oldest || !youngest) return figures;
  const lastKept = lastDayOf(youngest.month);
  const isPartly = firstDayOf(oldest.month) < range.first || lastKept > range.last;
  const kept = frozen.flatMap(({ month, figures: own }) =>
    own ? [{ months: [month], figures: own }] : [],
  );
  if (isPartly || kept.length < frozen.length) return withKeptMonths(figures, null);
  if (lastKept === range.last) return withKeptMonths(figures, kept);
  const live = { first: addDays(lastKept, 1), last: range.last };
  return withKeptMonths(figures, [...kept, stretchOf(live, figuresOf(rows, { range: live, at }))]);
}

function stretchOf({ first, last }: DayRange, figures: Figure[]): Stretch {
  return { months: monthsOf({ first: monthOf(first), last: monthOf(last) }), figures };
}

/** Who was active, as it was kept before the first of its ninety days lost its people; null where it was not. */
async function findActive({ last }: DayRange): Promise<Figure[] | null> {
  const month = monthOf(last);
  if (lastDayOf(month) !== last) return null;
  const row = await readDb.networkMonth.findUnique({
    where: { month: dateColumn(firstDayOf(month)) },
    select: { figures: true },
  });
  if (!row || row.figures === null) return null;
  return keptFigures.parse(row.figures).filter(({ indicator }) => indicator === "activeMembers");
}
