import { getLocale, getTranslations } from "next-intl/server";
import type { CoPresence } from "@/lib/bookings/co-presences/queries";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

/** Who can help and will be there when one is: what for, when, and the way to them and to one's booking. */
export async function CoPresenceList({ found }: { found: CoPresence[] }) {
  const [t, language] = await Promise.all([getTranslations("company.meetings"), getLocale()]);
  const locale = localeOf(language);
  const people = [
    ...Map.groupBy(found, ({ personId, need, adId }) => `${personId} ${adId} ${need}`),
  ];
  return (
    <ul className="company">
      {people.map(([key, days]) => {
        const [one] = days;
        return one ? (
          <li key={key}>
            <Helper one={one} />
            <ul className="company-days">
              {days.map(({ day, bookingId, space, ...stay }) => (
                <li key={bookingId}>
                  <p>{t("withYou", { space: space.name, day: formatDay(day, locale) })}</p>
                  <p className="num small">
                    {formatTimes(stay, space.timeZone, locale)}
                    {" · "}
                    <a href={`/mon-espace/reservations/${bookingId}`}>{t("seeBooking")}</a>
                  </p>
                </li>
              ))}
            </ul>
          </li>
        ) : null;
      })}
    </ul>
  );
}

/** Who, what one needs them for, and what they say they can do. */
async function Helper({ one }: { one: CoPresence }) {
  const t = await getTranslations("company.meetings");
  const { personId, hasPage, need, offer, adId } = one;
  const name = one.name ?? t("memberFirst");
  return (
    <div className="company-name">
      <p>{hasPage ? <a href={`/membres/${personId}`}>{name}</a> : <b>{name}</b>}</p>
      <p className="small muted">
        {adId ? <a href={`/annonces/${adId}`}>{t("forAd", { need })}</a> : t("forNeed", { need })}
      </p>
      {offer ? <p className="small muted">{t("can", { offer })}</p> : null}
    </div>
  );
}
