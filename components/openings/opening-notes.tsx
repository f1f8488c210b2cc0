import { getLocale, getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { addDays, type Day, dayOf } from "@/lib/core/day";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { networkTimeZone } from "@/lib/spaces/schema";
import type { SchoolHolidayState } from "@/lib/spaces/school-holidays/queries";
import type { StaffConflict } from "@/lib/spaces/staff-presences/rules";

type Conflicts = { conflicts: StaffConflict[]; timeZone: string };

/** Who is announced in two places at once over the coming weeks; nothing when nobody is. */
export async function StaffConflicts({ conflicts, timeZone }: Conflicts) {
  if (conflicts.length === 0) return null;
  const [t, language] = await Promise.all([getTranslations("openings"), getLocale()]);
  const locale = localeOf(language);
  return (
    <Message tone="warn">
      <p className="font-bold">{t("conflicts")}</p>
      <ul className="list-disc ps-5">
        {conflicts.map((conflict) => (
          <li key={`${conflict.staffName} ${conflict.startsAt.toISOString()}`}>
            {t("conflict", {
              name: conflict.staffName,
              day: formatDay(conflict.day, locale),
              times: formatTimes(conflict, timeZone, locale),
              first: conflict.places[0].name,
              second: conflict.places[1].name,
            })}
          </li>
        ))}
      </ul>
    </Message>
  );
}

/** School holidays of the space's zone as they are known, and why the last calendar was refused. */
export async function HolidayNotes({
  holidays,
  today,
}: {
  holidays: SchoolHolidayState;
  today: Day;
}) {
  const [t, language] = await Promise.all([getTranslations("openings"), getLocale()]);
  const locale = localeOf(language);
  const { zone, coming, knownUntil, importedAt, failure } = holidays;
  const dayAt = (instant: Date) => formatDay(dayOf(instant, networkTimeZone), locale, today);
  return (
    <div className="small mt-4">
      <p>
        {knownUntil
          ? t("holidays", { zone, day: formatDay(addDays(knownUntil, -1), locale, today) })
          : t("holidaysUnknown", { zone })}{" "}
        {importedAt ? t("holidaysImported", { day: dayAt(importedAt) }) : t("holidaysBundled")}
      </p>
      <ul>
        {coming.slice(0, 3).map(({ name, firstDay, untilDay }) => (
          <li key={firstDay}>
            {t("holidaysNext", {
              name,
              first: formatDay(firstDay, locale, today),
              last: formatDay(addDays(untilDay, -1), locale, today),
            })}
          </li>
        ))}
      </ul>
      {failure ? (
        <Message tone="warn">
          {t("holidaysFailure", {
            day: dayAt(failure.at),
            reason: t(`holidayRefusals.${failure.refusal}`),
          })}
        </Message>
      ) : null}
    </div>
  );
}
