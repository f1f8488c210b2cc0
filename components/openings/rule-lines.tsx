import { getLocale, getTranslations } from "next-intl/server";
import type { KnownRule } from "@/lib/bookings/opening-changes/rules";
import { addDays, type Day } from "@/lib/core/day";
import { capitalised, formatDay, formatMinutes, formatWeekday } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";

/** Every line of hours that holds or will, each with the way to stop it from a day on. */
export async function RuleLines({ rules, today }: { rules: KnownRule[]; today: Day }) {
  const [t, language] = await Promise.all([getTranslations("openings"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {rules.map((rule) => {
        const words = capitalised(ruleWords(rule, today, locale, t), locale);
        return (
          <li key={rule.id}>
            <span>{words}</span>
            {rule.validUntil ? null : (
              <form method="get" className="no-print flex flex-wrap items-center gap-2">
                <input type="hidden" name="changement" value="end" />
                <input type="hidden" name="ligne" value={rule.id} />
                <label className="small" htmlFor={`des-${rule.id}`}>
                  {t("endFrom")}
                </label>
                <input
                  id={`des-${rule.id}`}
                  type="date"
                  name="des"
                  className="input w-auto"
                  defaultValue={today}
                  min={today}
                  required
                />
                <button
                  type="submit"
                  className="btn btn-quiet"
                  aria-label={t("endLabel", { line: words })}
                >
                  {t("end")}
                </button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"openings">>>;

function ruleWords(rule: KnownRule, today: Day, locale: Locale, t: Words): string {
  const { weekday, state, everyWeeks, season, staffName, validFrom, validUntil } = rule;
  const parts = [
    t("line", {
      weekday: formatWeekday(weekday, locale),
      times: formatMinutes(rule, locale),
      state: t(`states.${state}`),
    }),
  ];
  if (staffName) parts.push(t("lineStaff", { name: staffName }));
  if (everyWeeks > 1) parts.push(t("everyWeeks", { count: everyWeeks }));
  if (season !== "always") parts.push(t(`season.${season}`));
  if (validFrom && validFrom > today) {
    parts.push(t("lineFrom", { day: formatDay(validFrom, locale, today) }));
  }
  if (validUntil) {
    parts.push(t("lineUntil", { day: formatDay(addDays(validUntil, -1), locale, today) }));
  }
  return parts.join(", ");
}
