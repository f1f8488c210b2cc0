import { getLocale, getTranslations } from "next-intl/server";
import type { BookedPart } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import type { Interval } from "@/lib/core/interval";
import { localeOf } from "@/lib/core/locale";

type BookingMomentProps = Interval & {
  day: Day;
  part: BookedPart;
  resourceName: string;
  spaceName: string;
  communeName: string;
  timeZone: string;
};

/** One booking in two lines: when, then where. */
export async function BookingMoment(booking: BookingMomentProps) {
  const [t, language] = await Promise.all([getTranslations("members"), getLocale()]);
  const locale = localeOf(language);
  return (
    <>
      <p className="font-bold">
        {capitalised(formatDay(booking.day, locale), locale)},{" "}
        {booking.part === "hours" ? null : `${t(booking.part)}, `}
        {formatTimes(booking, booking.timeZone, locale)}
      </p>
      <p className="muted">
        {booking.resourceName}, {booking.spaceName}, {booking.communeName}
      </p>
    </>
  );
}
