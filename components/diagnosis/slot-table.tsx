import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

type Named = { value: string; label: string };
type SlotTableProps = {
  caption: string;
  days: Named[];
  halves: Named[];
  /** Null where it may not be told. */
  bySlot: ReadonlyMap<string, number | null>;
  locale: Locale;
};

/** Half-days of the week as a heat map whose every cell says its figure and how high it is in a word. */
export async function SlotTable({ caption, days, halves, bySlot, locale }: SlotTableProps) {
  const t = await getTranslations("diagnosis");
  const highest = Math.max(...[...bySlot.values()].map((value) => value ?? 0), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t("tableOf", { caption })}>
      <table className="table heat">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("day")}</th>
            {halves.map((half) => (
              <th key={half.value} scope="col" className="end">
                {half.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.value}>
              <th scope="row">{day.label}</th>
              {halves.map((half) => {
                const slot = `${day.value}:${half.value}`;
                const value = bySlot.get(slot);
                const level = highest > 0 ? Math.ceil((4 * (value ?? 0)) / highest) : 0;
                return (
                  <td key={half.value} className={`end num heat-${level}`}>
                    {value === null
                      ? t("heatHidden")
                      : t("heatCell", {
                          value: formatNumber(value ?? 0, locale),
                          level: t("heatLevel", { level: String(level) }),
                        })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
