import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { firstDayOf, type Month, type Period } from "@/lib/reports/schema";

/** From month to month, both included, among those that can be reported. */
export async function PeriodForm({ period, months }: { period: Period; months: Month[] }) {
  const [t, language] = await Promise.all([getTranslations("reports"), getLocale()]);
  const locale = localeOf(language);
  const ends = [
    { name: "du", label: t("from"), value: period.first },
    { name: "au", label: t("to"), value: period.last },
  ];
  return (
    <form method="get" className="no-print mt-4 mb-6 flex flex-wrap items-end gap-3">
      {ends.map(({ name, label, value }) => (
        <div key={name} className="field min-w-48">
          <label htmlFor={name}>{label}</label>
          <select id={name} name={name} className="input" defaultValue={value} key={value}>
            {months.map((month) => (
              <option key={month} value={month}>
                {formatMonth(firstDayOf(month), locale)}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" className="btn btn-secondary">
        {t("show")}
      </button>
    </form>
  );
}
