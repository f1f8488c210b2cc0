import { getLocale, getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import type { BookingView } from "@/lib/bookings/queries";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

/** Where a booking stands when that is not simply « booked »: in words, with what comes next. */
export async function BookingState({ booking }: { booking: BookingView }) {
  const { state, endReason } = booking;
  if (state === "confirmed") return null;
  const [t, bookings] = await Promise.all([getTranslations("verbs"), getTranslations("bookings")]);
  const reason = endReason === "arrival_undone" ? bookings("reasons.arrival_undone") : endReason;
  const waits = state === "requested" || state === "held";
  return (
    <Message tone={waits ? "warn" : "info"} role="status">
      <p>{t(`states.${state}.lead`)}</p>
      {waits ? <Until booking={booking} state={state} /> : null}
      {reason ? <p>{bookings("cancelledReason", { reason })}</p> : null}
      {state === "held" ? (
        <p>
          <a href="/mon-espace/liste-attente">{t("states.held.answer")}</a>
        </p>
      ) : null}
    </Message>
  );
}

type UntilProps = { booking: BookingView; state: "requested" | "held" };

async function Until({ booking: { lapsesAt, space }, state }: UntilProps) {
  const [t, language] = await Promise.all([getTranslations("verbs"), getLocale()]);
  if (!lapsesAt) return null;
  const locale = localeOf(language);
  const { timeZone } = space;
  const day = formatDay(dayOf(lapsesAt, timeZone), locale);
  return <p>{t(`states.${state}.until`, { day, time: formatTime(lapsesAt, timeZone, locale) })}</p>;
}
