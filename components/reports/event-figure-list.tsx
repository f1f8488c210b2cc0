import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { ShownFigures, Told } from "@/lib/reports/events/schema";
import { feedbackWords, fillWords, headsWords, peopleWords, withoutWords } from "./event-words";

/** The figures of the network over the period; names and heads apart. */
export async function EventFigureList({ figures }: { figures: ShownFigures }) {
  const [t, language] = await Promise.all([getTranslations("eventsFigures"), getLocale()]);
  const locale = localeOf(language);
  const { held, cancelled, hours, registered, named, heads, fill, firstTimers } = figures;
  const lines = (told: Told<unknown>, ...others: string[]) =>
    [...others, withoutWords(told, locale, t)].filter((each) => each !== null).join(", ");
  const shown = [
    {
      key: "held" as const,
      value: formatNumber(held, locale),
      detail: [
        t("hoursDetail", { hours: formatNumber(hours, locale) }),
        t("cancelledDetail", { count: cancelled }),
      ].join(", "),
    },
    {
      key: "registered" as const,
      value: peopleWords(registered, locale, t),
      detail: lines(registered, t("fillDetail", { rate: fillWords(fill, locale, t) })),
    },
    {
      key: "named" as const,
      value: peopleWords(named, locale, t),
      detail: lines(named, headsWords(heads, locale, t)),
    },
    {
      key: "firstTimers" as const,
      value: peopleWords(firstTimers, locale, t),
      detail: lines(firstTimers, feedbackWords(figures.feedback, locale, t)),
    },
  ];
  return (
    <ul className="figures">
      {shown.map(({ key, value, detail }) => (
        <li key={key} className="figure">
          {t(`figures.${key}`)}
          <b>{value}</b>
          <span className="small muted">{detail}</span>
        </li>
      ))}
    </ul>
  );
}
