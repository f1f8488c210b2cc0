import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { formatMonth } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { PeriodSearch } from "@/lib/reports/events/periods/rules";
import { firstDayOf, type Month } from "@/lib/reports/schema";

type PeriodNoticesProps = {
  search: PeriodSearch;
  oldest: Month;
  /** Null where they were not counted. */
  places: number | null;
  locale: Locale;
  /** The period shown, in words. */
  words: string;
};

/** That a period asked for cannot be, is older than everything, or that there is no place to count. */
export async function PeriodNotices(props: PeriodNoticesProps) {
  const { search, oldest, places, locale, words } = props;
  const t = await getTranslations("reportScreens");
  const isOlder = search.range.last < firstDayOf(oldest);
  return (
    <>
      {search.problem === null ? null : (
        <Message tone="warn" role="alert">
          {t("period.problem", { why: t(`period.problems.${search.problem}`), period: words })}
        </Message>
      )}
      {isOlder ? (
        <Message tone="info" role="status">
          {t("beforeAll", { month: formatMonth(firstDayOf(oldest), locale) })}
        </Message>
      ) : null}
      {places === 0 ? <Message tone="info">{t("noSpaces")}</Message> : null}
    </>
  );
}
