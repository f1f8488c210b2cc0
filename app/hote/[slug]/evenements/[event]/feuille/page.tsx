import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { boardGroups } from "@/components/attendance/board-groups";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { getAttendanceSheet } from "@/lib/events/attendance/queries";
import { eventSlugInput } from "@/lib/events/attendance/schema";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";

type Props = { params: Promise<{ slug: string; event: string }> };

/** Rows left empty for whoever comes without having registered. */
const emptyRows = ["1", "2", "3", "4", "5", "6"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsDay"))("sheet.title") };
}

export default async function EventSheetPage({ params }: Props) {
  const { slug, event: name } = await params;
  const actor = await requirePerson(`/hote/${slug}/evenements/${name}/feuille`);
  if (!eventSlugInput.safeParse(name).success) notFound();
  const { event, people } = await orNotFound(getAttendanceSheet(actor, name));
  if (event.space.slug !== slug) notFound();
  noteViews(actor, { spaceId: event.space.id, screen: "event_attendance", people });
  const [t, language] = await Promise.all([getTranslations("eventsDay"), getLocale()]);
  const locale = localeOf(language);
  const { timeZone } = event.space;
  const rows = boardGroups(people, t).flatMap((group) => group.people);
  return (
    <div className="wrap event-sheet">
      <h1>{event.title}</h1>
      <p>
        {formatDay(event.day, locale)}, {formatTimes(event, timeZone, locale)}, {event.space.name}
      </p>
      <div className="table-scroll">
        <table className="data-table">
          <caption className="sr-only">{t("sheet.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("sheet.name")}</th>
              <th scope="col">{t("signature")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, note }) => (
              <tr key={id}>
                <th scope="row">
                  {label}
                  {note ? <small className="block muted">{note}</small> : null}
                </th>
                <td />
              </tr>
            ))}
            {emptyRows.map((row) => (
              <tr key={row}>
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted">
        {t("sheetNote", { day: formatDay(dayOf(now(), timeZone), locale) })}
      </p>
      <p className="no-print">
        <a href={`/hote/${slug}/evenements/${name}/presence`}>{t("sheet.back")}</a>
      </p>
    </div>
  );
}
