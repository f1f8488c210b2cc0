import { getTranslations } from "next-intl/server";
import { bookingAddress } from "@/lib/bookings/addresses/rules";
import type { SpaceDay } from "@/lib/bookings/queries";
import { togetherAmong } from "@/lib/bookings/rules";
import type { Search } from "@/lib/bookings/searches/rules";
import type { Day } from "@/lib/core/day";
import { DayLinks } from "./day-links";

type DayStripProps = { slug: string; days: SpaceDay[]; search: Search; today: Day; lastDay: Day };

/** Six open days as links, and any other by a native date field. */
export async function DayStrip({ slug, days, search, today, lastDay }: DayStripProps) {
  const t = await getTranslations("spaces");
  const { part, kind, people } = search;
  const open = days
    .map((day) => ({ day: day.day, free: mostFree(day) }))
    .filter(({ day, free }) => free > 0 || day === search.day)
    .slice(0, 6);
  return (
    <DayLinks
      days={open.map(({ day, free }) => ({
        day,
        href: bookingAddress({ slug, day, part, kind, people }),
        words: t("free", { count: free }),
      }))}
      chosen={search.day}
      today={today}
      lastDay={lastDay}
      otherDay={{
        action: "/reserver",
        kept: {
          ...{ lieu: slug, moment: part },
          ...(kind ? { type: kind } : {}),
          ...(people ? { personnes: String(people) } : {}),
        },
      }}
    />
  );
}

function mostFree(day: SpaceDay): number {
  return Math.max(
    ...Object.values(day.slots).map((slot) => (slot.refusal ? 0 : togetherAmong(slot.free).length)),
  );
}
