import { getLocale, getTranslations } from "next-intl/server";
import type { Companion } from "@/lib/bookings/company/queries";
import { formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type CompanionListProps = { people: Companion[]; timeZone: string };

/** Who is there and when, with what they say they do; their page where they have one. */
export async function CompanionList({ people, timeZone }: CompanionListProps) {
  const [t, language] = await Promise.all([getTranslations("company"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="company">
      {people.map(({ personId, name, activity, hasPage, stays }) => (
        <li key={personId}>
          <p className="company-name">
            {hasPage && name ? (
              <a href={`/membres/${personId}`}>{name}</a>
            ) : (
              <b>{name ?? t("member")}</b>
            )}
            {activity ? <span className="muted small block">{activity}</span> : null}
          </p>
          <p className="num small">
            {stays.map((stay) => formatTimes(stay, timeZone, locale)).join(", ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
