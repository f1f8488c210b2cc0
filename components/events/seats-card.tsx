import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatEuros, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { EventView } from "@/lib/events/queries";
import { type RegistrationWindow, registrationWindow } from "@/lib/events/windows/rules";

/** Seats one can still count at a glance. */
const mostDrawn = 24;

type SeatsCardProps = {
  event: EventView;
  at: Date;
  /** What one does about it: the form, or its link. */
  children?: ReactNode;
};

/** Seats, prices, and whether one can register now. */
export async function SeatsCard({ event, at, children }: SeatsCardProps) {
  const [t, language] = await Promise.all([getTranslations("events"), getLocale()]);
  const window = registrationWindow(event, at);
  const { capacity, left, waiting } = event;
  const isComing = window !== "over" && window !== "cancelled";
  return (
    <section className="panel event-card" aria-labelledby="places">
      <h2 id="places">{titleOf(event, window, t)}</h2>
      {isComing && capacity !== null && left !== null ? (
        <Seats
          capacity={capacity}
          left={left}
          label={t("seatsTaken", { taken: capacity - left, total: capacity })}
        />
      ) : null}
      {isComing && waiting > 0 ? <p className="small">{t("waiting", { count: waiting })}</p> : null}
      <Prices event={event} />
      {window === "not_needed" ? (
        <p className="small muted mt-3">{t("noRegistrationLead")}</p>
      ) : null}
      {window === "not_yet" && event.opensAt ? (
        <p className="mt-3">
          {t("windows.not_yet", {
            day: formatDay(
              dayOf(event.opensAt, event.space.timeZone),
              localeOf(language),
              dayOf(at, event.space.timeZone),
            ),
            time: formatTime(event.opensAt, event.space.timeZone, localeOf(language)),
          })}
        </p>
      ) : null}
      {window === "closed" || window === "begun" ? (
        <p className="mt-3">{t(`windows.${window}`)}</p>
      ) : null}
      {isComing && event.minimum && event.minimum.at > at ? (
        <p className="small muted mt-3">
          {t("minimum", {
            count: event.minimum.people,
            day: formatDay(dayOf(event.minimum.at, event.space.timeZone), localeOf(language)),
          })}
        </p>
      ) : null}
      {children}
    </section>
  );
}

type EventsWords = Awaited<ReturnType<typeof getTranslations<"events">>>;

function titleOf({ left }: EventView, window: RegistrationWindow, t: EventsWords): string {
  if (window === "cancelled" || window === "over") return t(`windows.${window}`);
  if (left === null) return t("noRegistration");
  return t("seatsLeft", { count: left });
}

/** Each seat a mark, taken hatched and free full; the words say the same. */
function Seats({ capacity, left, label }: { capacity: number; left: number; label: string }) {
  if (capacity > mostDrawn) return <p className="small muted mb-3">{label}</p>;
  const seats = Array.from({ length: capacity }, (_, place) => ({
    place,
    isFree: place >= capacity - left,
  }));
  return (
    <div className="event-seats" role="img" aria-label={label}>
      {seats.map(({ place, isFree }) => (
        <i key={place} className={isFree ? "free" : ""} />
      ))}
    </div>
  );
}

async function Prices({ event: { prices, isFreePrice } }: { event: EventView }) {
  const [t, language] = await Promise.all([getTranslations("events"), getLocale()]);
  const locale = localeOf(language);
  const said = prices.map(({ label, cents }) => ({
    label: label || t("entry"),
    price: cents === 0 ? t("free") : formatEuros(cents / 100, locale),
  }));
  const entry = { label: t("entry"), price: isFreePrice ? t("freePrice") : t("free") };
  const lines = isFreePrice || said.length === 0 ? [entry, ...said] : said;
  return (
    <>
      <dl className="event-prices">
        {lines.map(({ label, price }) => (
          <div key={`${label} ${price}`}>
            <dt>{label}</dt>
            <dd className="num">{price}</dd>
          </div>
        ))}
      </dl>
      {isFreePrice ? <p className="small muted">{t("freePriceLead")}</p> : null}
    </>
  );
}
