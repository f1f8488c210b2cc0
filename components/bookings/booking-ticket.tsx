import { getLocale, getTranslations } from "next-intl/server";
import { Poster } from "@/components/illustrations/poster";
import type { BookingView } from "@/lib/bookings/queries";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { PosterName } from "@/lib/spaces/schema";

type BookingTicketProps = { booking: BookingView; poster: PosterName };

/** The ticket one shows at the door: where and when, on the malbec band. */
export async function BookingTicket({ booking, poster }: BookingTicketProps) {
  const [t, members, spaces, language] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("members"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { space } = booking;
  const isOver = booking.endedAt !== null;
  const day = capitalised(formatDay(booking.day, locale), locale);
  return (
    <section
      className={`${isOver ? "panel overflow-hidden p-0" : "band"} max-w-[34rem]`}
      aria-label={t("bookingTitle")}
    >
      <div className="h-36 overflow-hidden">
        <Poster name={poster} label={spaces("poster", { commune: space.communeName })} />
      </div>
      <dl className="grid gap-4 border-t-2 border-dashed border-page p-6">
        <div>
          <dt className="small muted">{t("when")}</dt>
          <dd className="font-display text-h2 font-semibold">
            {isOver ? <s>{day}</s> : day}{" "}
            {isOver ? <span className="tag">{members(`states.${booking.state}`)}</span> : null}
          </dd>
          <dd>
            {t(booking.part)}, {formatTimes(booking, space.timeZone, locale)}
          </dd>
        </div>
        <div>
          <dt className="small muted">{t("where")}</dt>
          <dd className="text-h3 font-semibold">{space.name}</dd>
          <dd>
            {booking.resource.name}
            <br />
            {space.street}, {space.postalCode} {space.communeName}
          </dd>
        </div>
      </dl>
    </section>
  );
}
