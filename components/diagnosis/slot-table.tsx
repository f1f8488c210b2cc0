import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { HeatTable, type WeekTableProps } from "./heat-table";

type SlotTableProps = WeekTableProps & {
  /** Null where it may not be told. */
  bySlot: ReadonlyMap<string, number | null>;
  locale: Locale;
};

/** Half-days of the week as a heat map whose every cell says its figure and how high it is in a word. */
export async function SlotTable({ bySlot, locale, ...week }: SlotTableProps) {
  const t = await getTranslations("diagnosis");
  const highest = Math.max(...[...bySlot.values()].map((value) => value ?? 0), 0);
  const cellOf = (slot: string) => {
    const value = bySlot.get(slot);
    const level = highest > 0 ? Math.ceil((4 * (value ?? 0)) / highest) : 0;
    const words =
      value === null
        ? t("heatHidden")
        : t("heatCell", {
            value: formatNumber(value ?? 0, locale),
            level: t("heatLevel", { level: String(level) }),
          });
    return { words, level };
  };
  return <HeatTable {...week} cellOf={cellOf} />;
}
