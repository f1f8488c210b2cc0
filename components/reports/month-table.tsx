import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth, formatNumber } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { firstDayOf } from "@/lib/reports/schema";
import type { TrendMonth } from "@/lib/reports/trends/schema";
import { shareWords } from "./share-words";

/** The chart's figures, latest month first, with both rates. */
export async function MonthTable({ months }: { months: TrendMonth[] }) {
  const [t, figures, language] = await Promise.all([
    getTranslations("reports"),
    getTranslations("reportFigures"),
    getLocale(),
  ]);
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
          {months.toReversed().map(({ month, usage, isRunning, hidden }) => {
            const name = formatMonth(firstDayOf(month), locale);
            const cells = hidden
              ? Array.from({ length: 4 }, () => figures(`withheld.${hidden}`))
              : [
                  formatNumber(usage.personDays, locale),
                  formatNumber(usage.users, locale),
                  shareWords(usage.booked, usage.offered, locale, t),
                  shareWords(usage.occupied, usage.offered, locale, t),
                ];
            return (
              <tr key={month}>
                <th scope="row">{isRunning ? t("running", { month: name }) : name}</th>
                {(["personDays", "users", "booked", "occupied"] as const).map((key, index) => (
                  <td key={key} className="end">
                    {cells[index]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
