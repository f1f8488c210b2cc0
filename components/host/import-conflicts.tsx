import { getLocale, getTranslations } from "next-intl/server";
import type { ImportConflict } from "@/lib/bookings/imports/queries";
import { dayOf } from "@/lib/core/day";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { nameOf } from "./entry-words";

type ImportConflictsProps = {
  slug: string;
  timeZone: string;
  conflicts: ImportConflict[];
  /** All there is room for are shown: there may be more. */
  isFull: boolean;
};

/** Bookings on a time that an outside calendar calls busy: for the host to settle, nothing was cancelled. */
export async function ImportConflicts({ slug, timeZone, conflicts, isFull }: ImportConflictsProps) {
  const [t, host, language] = await Promise.all([
    getTranslations("agenda"),
    getTranslations("host"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <>
      <p className="mb-4 max-w-measure">{t("conflictsLead")}</p>
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("conflictWhen")}</th>
              <th scope="col">{t("conflictWho")}</th>
              <th scope="col">{t("conflictWhat")}</th>
              <th scope="col">{t("conflictWith")}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((conflict) => {
              const day = dayOf(conflict.startsAt, timeZone);
              return (
                <tr key={conflict.bookingId}>
                  <th scope="row">
                    <a href={`/hote/${slug}?jour=${day}`}>
                      {capitalised(formatDay(day, locale), locale)},{" "}
                      {formatTimes(conflict, timeZone, locale)}
                    </a>
                  </th>
                  <td>{nameOf(conflict, { host })}</td>
                  <td>{conflict.resourceName}</td>
                  <td>{conflict.importName}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {isFull ? (
        <p className="small muted mt-2">{t("conflictsMore", { count: conflicts.length })}</p>
      ) : null}
    </>
  );
}
