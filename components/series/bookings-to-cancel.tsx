import { getLocale, getTranslations } from "next-intl/server";
import type { BookingView } from "@/lib/bookings/queries";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type BookingsToCancelProps = {
  cancelled: BookingView[];
  kept: BookingView[];
  /** Their place under the titles of the page. */
  heading: "h2" | "h3";
};

/** What a cancellation would take away, counted and listed, and apart from it what stays. */
export async function BookingsToCancel({
  cancelled,
  kept,
  heading: Heading,
}: BookingsToCancelProps) {
  const t = await getTranslations("series");
  return (
    <>
      <Heading className="text-h3">{t("willCancel", { count: cancelled.length })}</Heading>
      {cancelled.length > 0 ? <BookingRows bookings={cancelled} /> : null}
      {kept.length > 0 ? (
        <>
          <Heading className="text-h3">{t("willKeep", { count: kept.length })}</Heading>
          <BookingRows bookings={kept} />
        </>
      ) : null}
    </>
  );
}

async function BookingRows({ bookings }: { bookings: BookingView[] }) {
  const [t, language] = await Promise.all([getTranslations("series"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {bookings.map((booking) => {
        const day = capitalised(formatDay(booking.day, locale), locale);
        const hours = formatTimes(booking, booking.space.timeZone, locale);
        return (
          <li key={booking.id}>
            <div>
              <b>{t("bookingLine", { day, hours })}</b>
              <p className="small muted">
                {t("bookingPlace", {
                  resource: booking.resource.name,
                  space: booking.space.name,
                })}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
