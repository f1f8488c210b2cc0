import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

type Named = { value: string; label: string };
type SlotTableProps = {
  caption: string;
  days: Named[];
  halves: Named[];
  bySlot: ReadonlyMap<string, number>;
  locale: Locale;
};

/** Half-days of the week as a heat map whose every cell says its figure. */
export async function SlotTable({ caption, days, halves, bySlot, locale }: SlotTableProps) {
  const t = await getTranslations("diagnosis");
  const highest = Math.max(...bySlot.values(), 0);
  const valueAt = (slot: string) => bySlot.get(slot) ?? 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={caption}>
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
                const value = valueAt(`${day.value}:${half.value}`);
                const level = highest > 0 ? Math.ceil((4 * value) / highest) : 0;
                return (
                  <td key={half.value} className={`end num heat-${level}`}>
                    {formatNumber(value, locale)}
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
