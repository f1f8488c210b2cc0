import { addDays, type Day } from "@/lib/core/day";
import type { ResourceTerms } from "../../moments/rules";
import type { BookableSpace } from "../../rules";
import { termsOn } from "../rules";
import type { FormerTerms, SeriesTerms } from "../schema";

type Running = SeriesTerms & { formerTerms: readonly FormerTerms[]; endedFrom: Day | null };

/**
 * Of the dates that lay beyond the horizon, those that may be booked from today (local) on, in the order
 * of their days: within the horizon of the place that day asks for, before the series ends, not past.
 */
export function datesReached(
  space: BookableSpace<ResourceTerms>,
  series: Running,
  days: readonly Day[],
  today: Day,
): Day[] {
  const horizonOn = (day: Day) => {
    const { resourceId } = termsOn(series, day);
    const resource = space.resources.find(({ id }) => id === resourceId);
    return resource?.horizonDays ?? space.bookingHorizonDays;
  };
  return days
    .filter((day) => day >= today && day <= addDays(today, horizonOn(day)))
    .filter((day) => series.endedFrom === null || day < series.endedFrom)
    .sort();
}
