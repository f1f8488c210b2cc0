import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "@/components/host/entry-words";
import { Message } from "@/components/ui/message";
import type { UndoingView } from "@/lib/bookings/undoings/queries";
import { localeOf } from "@/lib/core/locale";
import { bookingWords } from "./closure-words";

/** What came back when a closure was undone, and by name what could not, with why. */
export async function UndoingMessage({ undoing }: { undoing: UndoingView }) {
  const [t, host, language] = await Promise.all([
    getTranslations("closures"),
    getTranslations("host"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { restored, left } = undoing;
  return (
    <Message tone={left.length > 0 ? "warn" : "ok"} role="status">
      <p>{t("undone", { count: restored })}</p>
      {left.length > 0 ? (
        <>
          <p className="mt-2">{t("left", { count: left.length })}</p>
          <ul className="list-disc ps-5">
            {left.map((booking) => (
              <li key={booking.bookingId}>
                {t("leftLine", {
                  name: nameOf(booking, { host }),
                  resource: booking.resourceName,
                  when: bookingWords(booking, booking.timeZone, locale),
                  because: t(`leftReasons.${booking.because}`),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Message>
  );
}
