import { getLocale, getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import type { Search } from "@/lib/bookings/searches/rules";
import type { Day } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type SearchProblemProps = {
  /** As it was asked, with what was typed. */
  search: Search;
  /** The day shown in its place. */
  shown: Day;
  today: Day;
  isBeyond?: boolean;
};

/** Why the day asked for is not the one shown, with the date as it was given; nothing when it is. */
export async function SearchProblem({
  search,
  shown,
  today,
  isBeyond = false,
}: SearchProblemProps) {
  if (search.problem === null && !isBeyond) return null;
  const [t, language] = await Promise.all([getTranslations("home"), getLocale()]);
  const locale = localeOf(language);
  const day = formatDay(shown, locale);
  return (
    <div className="my-6">
      <Message tone="warn" role="alert">
        {isBeyond ? t("problemBeyond", { asked: formatDay(search.day, locale, today), day }) : null}
        {search.problem === "past" ? t("problemPast", { day }) : null}
        {search.problem === "not_a_date" ? t("problemDate", { typed: search.typed, day }) : null}
      </Message>
    </div>
  );
}
