import { getTranslations } from "next-intl/server";
import { DayLinks } from "@/components/bookings/day-links";
import type { HoursOfResource } from "@/lib/bookings/hours/queries";
import type { HourStart } from "@/lib/bookings/hours/rules";
import type { Day } from "@/lib/core/day";

type HoursDaysProps = {
  hours: HoursOfResource;
  chosen: Day;
  today: Day;
  lastDay: Day;
  /** Fields of the address that another day keeps. */
  kept: Record<string, string>;
};

const shownAtOnce = 6;

/** Hours left to begin in, rounded up: a last quarter is still something. */
function freeHours(starts: HourStart[], stepMinutes: number): number {
  const free = starts.filter(({ longestMinutes }) => longestMinutes > 0).length;
  return Math.ceil((free * stepMinutes) / 60);
}

/** The next days where a start is left as links, and any other by a native date field. */
export async function HoursDays({ hours, chosen, today, lastDay, kept }: HoursDaysProps) {
  const t = await getTranslations("hours");
  const { resource, days } = hours;
  const counted = days
    .map(({ day, starts }) => ({
      day,
      count: freeHours(starts, resource.stepMinutes),
    }))
    .filter(({ day, count }) => count > 0 || day === chosen)
    .slice(0, shownAtOnce);
  return (
    <DayLinks
      days={counted.map(({ day, count }) => ({
        day,
        href: `/reserver/heures?${new URLSearchParams({ ...kept, jour: day })}`,
        words: t("starts", { count }),
      }))}
      chosen={chosen}
      today={today}
      lastDay={lastDay}
      otherDay={{ action: "/reserver/heures", kept }}
    />
  );
}
