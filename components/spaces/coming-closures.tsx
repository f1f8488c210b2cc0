import { getLocale, getTranslations } from "next-intl/server";
import { closureWords } from "@/components/closures/closure-words";
import type { Day } from "@/lib/core/day";
import { capitalised, formatDay, formatMinutes } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { ComingClosure } from "@/lib/spaces/closures/queries";
import { closureWhen, comingExceptions } from "@/lib/spaces/closures/rules";
import type { OpeningCalendar, OpeningException } from "@/lib/spaces/opening-hours/schema";

type Props = { calendar: OpeningCalendar; closures: ComingClosure[]; today: Day };

/** What will not be as usual: closed days and half-days, then days open at other hours. */
export async function ComingClosures({ calendar, closures, today }: Props) {
  const [t, words, language] = await Promise.all([
    getTranslations("spaces"),
    getTranslations("closures"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { closed, otherHours } = comingExceptions(calendar, today);
  const shut = [
    ...closures.map(({ id, reason, resource, ...during }) => ({
      key: id,
      when: closureWhen(calendar, during),
      reason,
      resource: resource?.name ?? null,
    })),
    ...closed.map(({ day, reason }) => ({
      key: day,
      when: { first: day, last: day, part: "day" as const },
      reason,
      resource: null,
    })),
  ].sort((a, b) => (a.when.first < b.when.first ? -1 : 1));
  return (
    <>
      <Lines
        title={t("comingClosures")}
        lines={shut.map(({ key, when, reason, resource }) => ({
          key,
          words: capitalised(
            lineOf(closureWords(when, locale, words, today), reason, resource, words),
            locale,
          ),
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

type ClosureSentences = Awaited<ReturnType<typeof getTranslations<"closures">>>;

function lineOf(
  when: string,
  reason: string | null,
  resource: string | null,
  t: ClosureSentences,
): string {
  if (reason === null) return when;
  return resource ? t("lineResource", { resource, when, reason }) : t("line", { when, reason });
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
