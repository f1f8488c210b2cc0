import { addMonths, type Month } from "../schema";

/** Bookings keep their people for this many months at most: a year of reports and the month it is compared with. */
export const monthsWithPeople = 13;

/** The first month that still has its people; those before are frozen. `current`: the month that runs. */
export function firstMonthWithPeople(current: Month): Month {
  return addMonths(current, 1 - monthsWithPeople);
}
