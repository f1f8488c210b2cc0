import { getTranslations } from "next-intl/server";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { SlotLoad } from "@/lib/surveys/diagnosis/scenarios/schema";
import { HeatTable, type WeekTableProps } from "./heat-table";

type LoadTableProps = WeekTableProps & {
  loads: ReadonlyMap<string, SlotLoad | null>;
  desks: number;
  /** Whether enough would come for percentages to mean something. */
  hasShares: boolean;
  locale: Locale;
};

/** How full each half-day would be, in words and figures; the tint only repeats them. */
export async function LoadTable({ loads, desks, hasShares, locale, ...week }: LoadTableProps) {
  const t = await getTranslations("diagnosis");
  const words = (load: SlotLoad | null | undefined) => {
    if (load === null) return t("scenario.loadHidden");
    if (!load || load.wanted === 0) return t("scenario.loadNone");
    const left = load.wanted - load.seated;
    return t("scenario.load", {
      taken: formatNumber(load.seated, locale),
      desks,
      isShared: String(hasShares),
      share: formatShare(load.seated / desks, locale),
      over: left > 0.05 ? 1 : 0,
      left: formatNumber(left, locale),
    });
  };
  const level = (load: SlotLoad | null | undefined) =>
    load ? Math.ceil((4 * load.seated) / desks) : 0;
  const cellOf = (slot: string) => {
    const load = loads.get(slot);
    return { words: words(load), level: level(load) };
  };
  return <HeatTable {...week} cellOf={cellOf} />;
}
