import { getLocale, getTranslations } from "next-intl/server";
import type { BookingView } from "@/lib/bookings/queries";
import { dayParts, formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

/** One booking of a list: date numeral, where, when, and its state in words. */
export async function BookingLine({ booking, isPast }: { booking: BookingView; isPast: boolean }) {
  const [t, language] = await Promise.all([getTranslations("members"), getLocale()]);
  const locale = localeOf(language);
  const { weekday, date, month } = dayParts(booking.day, locale);
  const { space } = booking;
  const presence = booking.checkedInAt ? t("present") : t("missed");
  return (
    <li>
      <div className="flex items-start gap-5">
        <p className="date-numeral w-16">
          <b>{date}</b>
          <span>
            {month}
            <br />
            {weekday}
          </span>
        </p>
        <div>
          <h3>
            <a href={`/mon-espace/reservations/${booking.id}`}>{space.name}</a>
          </h3>
          <p className="small muted">
            {t(booking.part)}, {formatTimes(booking, space.timeZone, locale)},{" "}
            {booking.resource.name}
          </p>
          {!isPast && booking.state !== "confirmed" ? (
            <p className="mt-1">
              <span className="tag">{t(`states.${booking.state}`)}</span>
            </p>
          ) : null}
        </div>
      </div>
      {isPast ? (
        <span className="tag">
          {booking.state === "confirmed" ? presence : t(`states.${booking.state}`)}
        </span>
      ) : (
        <a
          className="btn btn-quiet"
          href={`/mon-espace/reservations/${booking.id}`}
          aria-label={t("seeLabel", { day: formatDay(booking.day, locale), space: space.name })}
        >
          {t("see")}
        </a>
      )}
    </li>
  );
}
