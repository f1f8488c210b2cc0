import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { calledBy } from "@/components/members/called";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { AdView } from "@/lib/members/ads/queries";

type AdRowsProps<Ad extends AdView> = {
  ads: Ad[];
  /** What can be done with each, under it. */
  gestures?: (ad: Ad) => ReactNode;
};

/** The sentence as a title, then who and where, and what is given for it or until when. */
export async function AdRows<Ad extends AdView>({ ads, gestures }: AdRowsProps<Ad>) {
  const [t, common, language] = await Promise.all([
    getTranslations("ads"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const whoOf = ({ author, place }: AdView) => {
    const name = calledBy(author, common);
    return place ? t("by", { name, place: place.name }) : name;
  };
  return (
    <ul className="ad-rows">
      {ads.map((ad) => (
        <li key={ad.id}>
          <h3>
            <a href={`/annonces/${ad.id}`}>{ad.title}</a>
          </h3>
          <div className="ad-about small">
            <span className="muted">{whoOf(ad)}</span>
            <span className="ad-tags">
              {ad.state === "open" ? null : <span className="tag">{t(`states.${ad.state}`)}</span>}
              <span className="tag">{t(`kinds.${ad.kind}`)}</span>
              <span className="tag tag-warm">
                {ad.counterpart ?? t("until", { day: formatDay(ad.validUntil, locale) })}
              </span>
            </span>
          </div>
          {gestures?.(ad)}
        </li>
      ))}
    </ul>
  );
}
