import { getLocale, getTranslations } from "next-intl/server";
import type { Day } from "@/lib/core/day";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { OpeningException } from "@/lib/spaces/opening-hours/schema";
import { hoursWords } from "./opening-preview";

type ExceptionLinesProps = { exceptions: OpeningException[]; today: Day };

/** Days to come that are not as the others, each with the way back to the usual hours. */
export async function ExceptionLines({ exceptions, today }: ExceptionLinesProps) {
  const [t, language] = await Promise.all([getTranslations("openings"), getLocale()]);
  const locale = localeOf(language);
  const coming = exceptions
    .filter(({ day }) => day >= today)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (coming.length === 0) return null;
  return (
    <ul className="rows mb-6">
      {coming.map(({ day, intervals, reason }) => {
        const said = {
          day: capitalised(formatDay(day, locale, today), locale),
          hours: hoursWords(intervals, locale, t),
        };
        return (
          <li key={day}>
            <span>
              {reason ? t("exceptionReason", { ...said, reason }) : t("exceptionLine", said)}
            </span>
            <a
              className="btn btn-quiet no-print"
              href={`?changement=usual&jour=${day}#changement`}
              aria-label={t("usualLabel", { day: said.day })}
            >
              {t("usual")}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
