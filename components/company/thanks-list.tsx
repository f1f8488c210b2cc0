import { getLocale, getTranslations } from "next-intl/server";
import type { ThanksView } from "@/lib/bookings/thanks/queries";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type ThanksListProps = { thanks: ThanksView[]; way: "from" | "to" };

/** Thanks one received or gave, with the words that came along. */
export async function ThanksList({ thanks, way }: ThanksListProps) {
  const [t, language] = await Promise.all([getTranslations("company.meetings"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="company">
      {thanks.map(({ id, name, day, text }) => (
        <li key={id}>
          <div className="company-name">
            <p>{t(way, { name: name ?? t("member"), day: formatDay(day, locale) })}</p>
            {text ? <blockquote className="typed muted">{text}</blockquote> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
