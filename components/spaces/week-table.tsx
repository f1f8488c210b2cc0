import { getLocale, getTranslations } from "next-intl/server";
import type { SpaceDay } from "@/lib/bookings/queries";
import { capitalised, dayParts, formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";

type WeekTableProps = { slug: string; days: SpaceDay[] };

/** Free places by half-day: number and word in each cell, links where one can book. */
export async function WeekTable({ slug, days }: WeekTableProps) {
  const [t, language] = await Promise.all([getTranslations("spaces"), getLocale()]);
  const locale = localeOf(language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t("weekTable")}>
      <table className="week min-w-[34rem]">
        <thead>
          <tr>
            <td />
            {days.map(({ day }) => {
              const { weekday, date } = dayParts(day, locale);
              return (
                <th key={day} scope="col">
                  {weekday} <b>{date}</b>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {(["morning", "afternoon"] as const).map((half) => (
            <tr key={half}>
              <th scope="row">{t(half)}</th>
              {days.map((day) => (
                <td key={day.day}>
                  <Cell slug={slug} day={day} half={half} locale={locale} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = { slug: string; day: SpaceDay; half: HalfDay; locale: Locale };

async function Cell({ slug, day, half, locale }: CellProps) {
  const t = await getTranslations("spaces");
  const { free, refusal, opening } = day.slots[half];
  if (!opening.open) {
    return (
      <span className="cell cell-closed">
        <span>{t("closed")}</span>
      </span>
    );
  }
  if (refusal) {
    return (
      <span className="cell cell-past">
        <span>{refusal.refusal === "slot_over" ? t("over") : t("closed")}</span>
      </span>
    );
  }
  if (free.length === 0) {
    return (
      <span className="cell cell-full">
        <span>{t("full")}</span>
      </span>
    );
  }
  return (
    <a
      className={free.length <= 2 ? "cell cell-few" : "cell"}
      href={`/reserver?lieu=${slug}&jour=${day.day}&moment=${half}`}
    >
      <span className="sr-only">
        {capitalised(formatDay(day.day, locale), locale)}, {t(half)}
      </span>
      <b>{free.length}</b>
      <span>{t("freeShort", { count: free.length })}</span>
    </a>
  );
}
