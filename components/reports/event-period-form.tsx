import { getTranslations } from "next-intl/server";
import type { PeriodSearch } from "@/lib/reports/events/periods/rules";
import { periodKinds } from "@/lib/reports/events/schema";

/** A month, a quarter, a civil or a school year around a day, or two dates; works without scripts. */
export async function EventPeriodForm({ search }: { search: PeriodSearch }) {
  const t = await getTranslations("eventsFigures.period");
  const { kind, around, range } = search;
  const dates = [
    { name: "jour", label: t("around"), value: around },
    { name: "du", label: t("from"), value: range.first },
    { name: "au", label: t("until"), value: range.last },
  ];
  return (
    <form method="get" className="no-print mt-4 mb-6 flex flex-wrap items-end gap-3">
      <div className="field min-w-48">
        <label htmlFor="periode">{t("kind")}</label>
        <select id="periode" name="periode" className="input" defaultValue={kind} key={kind}>
          {periodKinds.map((value) => (
            <option key={value} value={value}>
              {t(`kinds.${value}`)}
            </option>
          ))}
        </select>
      </div>
      {dates.map(({ name, label, value }) => (
        <div key={name} className="field">
          <label htmlFor={name}>{label}</label>
          <input
            id={name}
            name={name}
            type="date"
            className="input"
            defaultValue={value}
            key={value}
          />
        </div>
      ))}
      <button type="submit" className="btn btn-secondary">
        {t("show")}
      </button>
    </form>
  );
}
