import { getLocale, getTranslations } from "next-intl/server";
import { dayWords } from "@/components/memberships/day-words";
import type { ComingBooking } from "@/lib/bookings/comings/queries";
import { formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { networkTimeZone } from "@/lib/spaces/schema";

/** What somebody has booked here from now on, each with its sheet to print. */
export async function ComingBookings({
  slug,
  bookings,
}: {
  slug: string;
  bookings: ComingBooking[];
}) {
  const [t, language] = await Promise.all([getTranslations("belonging.person"), getLocale()]);
  const locale = localeOf(language);
  if (bookings.length === 0) return <p className="muted">{t("noBookings")}</p>;
  return (
    <ul className="rows">
      {bookings.map(({ id, day, startsAt, endsAt, resourceName }) => (
        <li key={id} className="belonging-row">
          <p className="min-w-0">
            <a href={`/hote/${slug}/reservations/${id}`}>{dayWords(day, locale)}</a>
            <br />
            <span className="small muted">
              {formatTimes({ startsAt, endsAt }, networkTimeZone, locale)}, {resourceName}
            </span>
          </p>
          <a
            className="btn btn-secondary"
            href={`/hote/${slug}/reservations/${id}/confirmation`}
            aria-label={t("printNamed", { day: dayWords(day, locale) })}
          >
            {t("print")}
          </a>
        </li>
      ))}
    </ul>
  );
}
