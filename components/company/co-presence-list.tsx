import { getLocale, getTranslations } from "next-intl/server";
import type { CoPresence } from "@/lib/bookings/co-presences/queries";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

/** Who can help and will be there when one is: what for, when, and the way to them and to one's booking. */
export async function CoPresenceList({ found }: { found: CoPresence[] }) {
  const [t, language] = await Promise.all([getTranslations("company.meetings"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="company">
      {found.map((one) => {
        const { personId, hasPage, need, offer, adId, day, bookingId, space } = one;
        const name = one.name ?? t("memberFirst");
        const what = t("helps", { name, space: space.name, day: formatDay(day, locale) });
        return (
          <li key={`${personId} ${day}`}>
            <div className="company-name">
              <p>{hasPage ? <a href={`/membres/${personId}`}>{what}</a> : <b>{what}</b>}</p>
              <p className="small muted">
                {adId ? (
                  <a href={`/annonces/${adId}`}>{t("forAd", { need })}</a>
                ) : (
                  t("forNeed", { need })
                )}
              </p>
              {offer ? <p className="small muted">{t("can", { offer })}</p> : null}
            </div>
            <p className="num small">
              {formatTimes(one, space.timeZone, locale)}
              {" · "}
              <a href={`/mon-espace/reservations/${bookingId}`}>{t("seeBooking")}</a>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
