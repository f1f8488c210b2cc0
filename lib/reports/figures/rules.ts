import { addDays, type Day, dayOf } from "@/lib/core/day";
import { networkTimeZone } from "@/lib/spaces/schema";
import { peoplePresent } from "../disclosure/rows/rules";
import { partedMonths, untoldMonths, untoldUsers } from "../disclosure/rules";
import { activeDays } from "../indicators/loyalty/rules";
import {
  type Counting,
  type IndicatorId,
  indicatorIds,
  type ReportRows,
} from "../indicators/schema";
import type { DayRange } from "../rules";
import { lastDayOf, type Month, monthOf, monthsOf } from "../schema";
import { capacityFigures } from "./capacity/rules";
import { demandFigures } from "./demand/rules";
import { gatheringFigures } from "./gatherings/rules";
import { loyaltyFigures } from "./loyalty/rules";
import { type Telling, tellingOf } from "./making/rules";
import { originFigures } from "./origins/rules";
import { otherFigures } from "./others/rules";
import { activeFigures, presenceFigures } from "./presence/rules";
import type { Figure } from "./schema";
import { travelFigures } from "./travel/rules";

/**
 * Every number of the 28 indicators over local days, both included, as it may be shown: the one way from
 * counts to what is read, on a screen, in a file, kept or published. In the order of the indicators.
 */
export function figuresOf(rows: ReportRows, counting: Counting): Figure[] {
  const yesterday = addDays(dayOf(counting.at, networkTimeZone), -1);
  const telling = tellingOver(rows, counting, partedMonths(counting.range, yesterday));
  const figures = [
    ...capacityFigures(telling),
    ...presenceFigures(telling),
    ...activeFigures(overLastDays(telling, yesterday)),
    ...loyaltyFigures(rows, counting),
    ...originFigures(telling),
    ...demandFigures(telling),
    ...gatheringFigures(telling),
    ...otherFigures(telling),
    ...travelFigures(telling),
  ];
  return inOrder(figures);
}

/** The rows beside what may be told of them, month by month of these days. */
function tellingOver(rows: ReportRows, counting: Counting, parted: readonly Month[]): Telling {
  const behind = peoplePresent(rows, counting);
  const untold = untoldMonths(behind, parted);
  return tellingOf(rows, counting, {
    ...{ months: monthsIn(counting.range), parted, untold },
    untoldUsers: untoldUsers(behind, untold),
  });
}

/** The same over the last ninety days, begun in a month or not, where the period ends with a month told. */
function overLastDays({ rows, counting }: Telling, yesterday: Day): Telling {
  const { last } = counting.range;
  const range = { first: addDays(last, 1 - activeDays), last };
  const endsWithMonth = last === lastDayOf(monthOf(last)) || last >= yesterday;
  const over = tellingOver(rows, { ...counting, range }, endsWithMonth ? [] : monthsIn(range));
  return { ...over, counting };
}

function monthsIn({ first, last }: DayRange): Month[] {
  return monthsOf({ first: monthOf(first), last: monthOf(last) });
}

function inOrder(figures: readonly Figure[]): Figure[] {
  const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator);
  return indicatorIds.flatMap((id: IndicatorId) => byIndicator.get(id) ?? []);
}
