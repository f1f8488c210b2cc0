import type { getTranslations } from "next-intl/server";
import type { BookedPart } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import { formatDay, formatMinute, formatTimes } from "@/lib/core/format";
import type { Interval } from "@/lib/core/interval";
import type { Locale } from "@/lib/core/locale";
import type { ClosureWhen } from "@/lib/spaces/closures/schema";

type Words = Awaited<ReturnType<typeof getTranslations<"closures">>>;

/** « mardi 16 juin, l’après-midi », « du 3 au 5 août », « mardi 16 juin, de 10 h à 12 h ». */
export function closureWords(when: ClosureWhen, locale: Locale, t: Words, today?: Day): string {
  const days = {
    first: formatDay(when.first, locale, today),
    last: formatDay(when.last, locale, today),
  };
  const times =
    when.part === "hours"
      ? {
          from: formatMinute(when.startMinute, locale),
          until: formatMinute(when.endMinute, locale),
        }
      : { from: "", until: "" };
  const key =
    when.first === when.last ? (`when.${when.part}` as const) : (`when.days.${when.part}` as const);
  return t(key, { ...days, ...times });
}

/** « mardi 16 juin, 8 h 30 – 12 h 30 » in the wall time of the space. */
export function bookingWords(
  booking: Interval & { day: Day; part: BookedPart },
  timeZone: string,
  locale: Locale,
): string {
  return `${formatDay(booking.day, locale)}, ${formatTimes(booking, timeZone, locale)}`;
}
