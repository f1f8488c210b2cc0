import { getTranslations } from "next-intl/server";
import { formatMonth } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { firstDayOf, type Month } from "@/lib/reports/schema";
import { periodWords } from "./period-words";
import { type ReportReading, sides } from "./reading";

type ComparedPeriodsProps = {
  reading: ReportReading;
  /** The first month anything was booked. */
  oldest: Month;
  isRunning: boolean;
  /** Those beside a long one take as long. */
  isLong: boolean;
  locale: Locale;
};

/** Which periods the numbers are set beside, or why there is none. */
export async function ComparedPeriods(props: ComparedPeriodsProps) {
  const { reading, oldest, isRunning, isLong, locale } = props;
  const t = await getTranslations("reportScreens");
  if (reading.report.counted === null) return null;
  const month = formatMonth(firstDayOf(oldest), locale);
  if (isLong && (reading.before === null || reading.lastYear === null)) {
    return <p className="small muted max-w-measure">{t("compared.long")}</p>;
  }
  if (reading.before === null && reading.lastYear === null) {
    return <p className="small muted max-w-measure">{t("compared.none", { month })}</p>;
  }
  const sentences = sides.map((side) => {
    const other = reading[side];
    if (other) return t(`compared.${side}`, { period: periodWords(other.range, locale, t) });
    return t(side === "before" ? "compared.noBefore" : "compared.noLastYear", { month });
  });
  return (
    <p className="small muted max-w-measure">
      {[...sentences, ...(isRunning ? [t("compared.running")] : [])].join(" ")}
    </p>
  );
}
