import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth, formatNumber } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { NetworkReport } from "@/lib/reports/schema";
import { firstDayOf } from "@/lib/reports/schema";
import { personsWords, shareWords } from "./share-words";

/** The chart's figures, latest month first, with both rates. */
export async function MonthTable({ months }: { months: NetworkReport["months"] }) {
  const [t, language] = await Promise.all([getTranslations("reports"), getLocale()]);
  const locale = localeOf(language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t("byMonthTable")}>
      <table className="table min-w-[30rem]">
        <thead>
          <tr>
            <th scope="col">{t("month")}</th>
            <th scope="col" className="end">
              {t("personDays")}
            </th>
            <th scope="col" className="end">
              {t("users")}
            </th>
            <th scope="col" className="end">
              {t("booked")}
            </th>
            <th scope="col" className="end">
              {t("occupied")}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, usage, isRunning }) => {
            const name = formatMonth(firstDayOf(month), locale);
            return (
              <tr key={month}>
                <th scope="row">{isRunning ? t("running", { month: name }) : name}</th>
                <td className="end">{formatNumber(usage.personDays, locale)}</td>
                <td className="end">{personsWords(usage.users, locale, t)}</td>
                <td className="end">{shareWords(usage.booked, usage.offered, locale, t)}</td>
                <td className="end">{shareWords(usage.occupied, usage.offered, locale, t)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
