import { getLocale, getTranslations } from "next-intl/server";
import { calledBy } from "@/components/members/called";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { AdView } from "@/lib/members/ads/queries";
import { themeOf } from "./ad-words";

/** Who, what kind, where, in return for what, until when. */
export async function AdFacts({ ad }: { ad: AdView }) {
  const [t, common, themes, language] = await Promise.all([
    getTranslations("ads"),
    getTranslations("common"),
    getTranslations("mutualHelp.themes"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { place, counterpart } = ad;
  const rows = [
    [t("author"), calledBy(ad.author, common)],
    [t("kind"), t(`kinds.${ad.kind}`)],
    [t("theme"), themes(themeOf(ad.theme))],
    ...(place ? [[t("place"), place.name]] : []),
    ...(counterpart ? [[t("counterpart"), counterpart]] : []),
    [t("validUntil"), capitalised(formatDay(ad.validUntil, locale), locale)],
  ] as const;
  return (
    <dl className="terms">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
