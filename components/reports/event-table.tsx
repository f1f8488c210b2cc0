import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { FiguresLine } from "@/lib/reports/events/schema";
import { peopleCells } from "./event-words";

type EventTableProps = { caption: string; first: string; lines: FiguresLine[] };

/** Every figure of each part in its column. */
export async function EventTable({ caption, first, lines }: EventTableProps) {
  const [t, language] = await Promise.all([getTranslations("eventsFigures"), getLocale()]);
  const locale = localeOf(language);
  if (lines.length === 0) return <p className="muted">{t("nothing")}</p>;
  const columns = [
    ...["held", "cancelled", "hours", "registered", "fill", "named", "heads", "firstTimers"],
    "feedbackMean",
  ] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={caption}>
      <table className="table min-w-[60rem]">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map((key) => (
              <th key={key} scope="col" className="end">
                {t(`figures.${key as "held"}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="end">{formatNumber(figures.held, locale)}</td>
              <td className="end">{formatNumber(figures.cancelled, locale)}</td>
              <td className="end">{formatNumber(figures.hours, locale)}</td>
              {peopleCells(figures, locale, t).map(({ figure, words, without }) => (
                <td key={figure} className="end">
                  {words}
                  {without ? <small className="muted block">{without}</small> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
