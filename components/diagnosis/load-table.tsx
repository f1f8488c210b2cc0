import { getTranslations } from "next-intl/server";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { SlotLoad } from "@/lib/surveys/diagnosis/scenarios/schema";

type Named = { value: string; label: string };
type LoadTableProps = {
  caption: string;
  days: Named[];
  halves: Named[];
  loads: ReadonlyMap<string, SlotLoad | null>;
  desks: number;
  locale: Locale;
};

/** How full each half-day would be, in words and figures; the tint only repeats them. */
export async function LoadTable({ caption, days, halves, loads, desks, locale }: LoadTableProps) {
  const t = await getTranslations("diagnosis");
  const words = (load: SlotLoad | null | undefined) => {
    if (load === null) return t("scenario.loadHidden");
    if (!load || load.wanted === 0) return t("scenario.loadNone");
    const left = load.wanted - load.seated;
    return t("scenario.load", {
      taken: formatNumber(load.seated, locale),
      desks,
      share: formatShare(load.seated / desks, locale),
      over: left > 0.05 ? 1 : 0,
      left: formatNumber(left, locale),
    });
  };
  const level = (load: SlotLoad | null | undefined) =>
    load ? Math.ceil((4 * load.seated) / desks) : 0;
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
                const load = loads.get(`${day.value}:${half.value}`);
                return (
                  <td key={half.value} className={`end num heat-${level(load)}`}>
                    {words(load)}
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
