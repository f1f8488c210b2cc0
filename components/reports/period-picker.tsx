import { TriangleAlert } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { type Day, existingDay } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { previousPeriod } from "@/lib/reports/comparisons/rules";
import {
  kindOfRange,
  nextPeriod,
  type PeriodAsked,
  type PeriodSearch,
  periodAround,
  periodQuery,
} from "@/lib/reports/events/periods/rules";
import { periodKinds } from "@/lib/reports/events/schema";
import type { DayRange } from "@/lib/reports/rules";
import { periodWords } from "./period-words";

type PeriodPickerProps = {
  search: PeriodSearch;
  /** As the address says it: what was typed is kept. */
  asked: PeriodAsked;
  today: Day;
};

/** A month, a quarter, a school or a civil year that holds a day, or two dates; works without scripts. */
export async function PeriodPicker({ search, asked, today }: PeriodPickerProps) {
  const [t, kinds] = await Promise.all([
    getTranslations("reportScreens.period"),
    getTranslations("eventsFigures.period.kinds"),
  ]);
  const { problem, range } = search;
  const isKept = problem !== null;
  const kind = periodKinds.find((each) => isKept && each === asked.periode) ?? search.kind;
  const error = problem === null ? null : t(`problems.${problem}`);
  const isOfDates = kind === "dates";
  const typed = (said: string, own: Day) => (isKept && said !== "" ? said : own);
  return (
    <div className="no-print period-picker">
      <form method="get" className="flex flex-wrap items-end gap-3">
        <div className="field min-w-44">
          <label htmlFor="periode">{t("kind")}</label>
          <select id="periode" name="periode" className="input" defaultValue={kind} key={kind}>
            {periodKinds.map((value) => (
              <option key={value} value={value}>
                {kinds(value)}
              </option>
            ))}
          </select>
        </div>
        <DayField
          name="jour"
          label={t("around")}
          value={typed(asked.jour, isOfDates ? range.first : search.around)}
          isWrong={isKept && !isOfDates}
        />
        <DayField
          name="du"
          label={t("from")}
          value={typed(asked.du, range.first)}
          isWrong={isKept && isOfDates}
        />
        <DayField
          name="au"
          label={t("until")}
          value={typed(asked.au, range.last)}
          isWrong={isKept && isOfDates}
        />
        <button type="submit" className="btn btn-secondary">
          {t("show")}
        </button>
      </form>
      {error ? (
        <p id="periode-erreur" className="field-error mt-2">
          <TriangleAlert size={18} strokeWidth={1.75} aria-hidden />
          {error}
        </p>
      ) : null}
      <Neighbours search={search} today={today} />
    </div>
  );
}

type DayFieldProps = { name: string; label: string; value: string; isWrong: boolean };

/** What is no date is kept as it was typed, which a field of dates would empty. */
function DayField({ name, label, value, isWrong }: DayFieldProps) {
  return (
    <div className={name === "jour" ? "field period-around" : "field period-dates"}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={existingDay(value) ? "date" : "text"}
        maxLength={20}
        className="input"
        defaultValue={value.slice(0, 40)}
        key={value}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? "periode-erreur" : undefined}
      />
    </div>
  );
}

/** The period before and the one after, where it has begun. */
async function Neighbours({ search, today }: Pick<PeriodPickerProps, "search" | "today">) {
  const [t, language] = await Promise.all([getTranslations("reportScreens"), getLocale()]);
  const locale = localeOf(language);
  const { kind, range } = search;
  const before =
    kind === "dates" ? previousPeriod(range) : periodAround(kind, previousPeriod(range).last);
  const after = nextPeriod(search);
  const hrefOf = (of: DayRange) =>
    `?${periodQuery({ kind: kind === "dates" ? kindOfRange(of) : kind, range: of })}`;
  return (
    <nav aria-label={t("period.nav")} className="period-neighbours small">
      <a href={hrefOf(before)}>
        {t("period.previous", { period: periodWords(before, locale, t) })}
      </a>
      {after.first > today ? null : (
        <a href={hrefOf(after)}>{t("period.next", { period: periodWords(after, locale, t) })}</a>
      )}
    </nav>
  );
}
