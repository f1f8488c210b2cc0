import { getLocale, getTranslations } from "next-intl/server";
import type { Day } from "@/lib/core/day";
import { formatDay, formatMinutes } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { ComingClosure } from "@/lib/spaces/closures/queries";
import { closureExtent, comingExceptions } from "@/lib/spaces/closures/rules";
import type { OpeningCalendar, OpeningException } from "@/lib/spaces/opening-hours/schema";
import { closureWords } from "./closure-words";

type Props = { calendar: OpeningCalendar; closures: ComingClosure[]; today: Day };

/** What will not be as usual: closed days and half-days, then days open at other hours. */
export async function ComingClosures({ calendar, closures, today }: Props) {
  const [t, language] = await Promise.all([getTranslations("spaces"), getLocale()]);
  const locale = localeOf(language);
  const { closed, otherHours } = comingExceptions(calendar, today);
  const shut = [
    ...closures.map((closure) => ({
      key: closure.id,
      extent: closureExtent(calendar, closure),
      reason: closure.reason,
    })),
    ...closed.map(({ day, reason }) => ({
      key: day,
      extent: { first: day, last: day, part: "day" as const },
      reason,
    })),
  ].sort((a, b) => (a.extent.first < b.extent.first ? -1 : 1));
  return (
    <>
      <Lines
        title={t("comingClosures")}
        lines={shut.map(({ key, extent, reason }) => ({
          key,
          words: closureWords(extent, reason, locale, t),
        }))}
      />
      <Lines
        title={t("otherHours")}
        lines={otherHours.map((exception) => ({
          key: exception.day,
          words: hoursWords(exception, locale, t),
        }))}
      />
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"spaces">>>;

function hoursWords({ day, intervals, reason }: OpeningException, locale: Locale, t: Words) {
  const hours = intervals.map((interval) => formatMinutes(interval, locale)).join(", ");
  const said = { day: formatDay(day, locale), hours };
  return reason ? t("otherHoursReason", { ...said, reason }) : t("otherHoursLine", said);
}

function Lines({ title, lines }: { title: string; lines: { key: string; words: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-h4">{title}</h3>
      <ul className="small">
        {lines.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </>
  );
}
