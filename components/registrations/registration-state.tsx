import { getLocale, getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { RegistrationView } from "@/lib/events/registrations/queries";

const tones = {
  confirmed: "ok",
  waiting: "info",
  offered: "warn",
  cancelled: "info",
  lapsed: "info",
} as const;

/** How a registration stands, in a sentence. */
export async function RegistrationState({ registration }: { registration: RegistrationView }) {
  const [t, language] = await Promise.all([getTranslations("eventsRegister.manage"), getLocale()]);
  const locale = localeOf(language);
  const { state, quantity: count, ahead, offerUntil, event, endReason } = registration;
  if (event.state === "cancelled") return <Message tone="warn">{t("eventCancelled")}</Message>;
  if (registration.isOver) return <Message tone="info">{t("states.over")}</Message>;
  const { timeZone } = event.space;
  const until = offerUntil ?? event.startsAt;
  const words = {
    ...{ count, ahead: ahead ?? 0 },
    day: formatDay(dayOf(until, timeZone), locale),
    time: formatTime(until, timeZone, locale),
  };
  return (
    <Message tone={tones[state]}>
      {state === "cancelled" && endReason
        ? t("removed", { reason: endReason })
        : t(`states.${state}`, words)}
    </Message>
  );
}
