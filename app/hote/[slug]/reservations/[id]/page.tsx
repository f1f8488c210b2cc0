import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MoveForm, NoteForm } from "@/components/host/booking-forms";
import { nameOf, stateWords } from "@/components/host/entry-words";
import { PageHead } from "@/components/ui/page-head";
import { bookingIdInput, spaceSlugInput } from "@/lib/bookings/schema";
import { getHostBooking } from "@/lib/bookings/weeks/queries";
import { mondayOf } from "@/lib/bookings/weeks/rules";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { annotateBookingAction, moveToCellAction } from "../../semaine/actions";

type Props = { params: Promise<{ slug: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("booking.pageTitle") };
}

export default async function HostBookingPage({ params }: Props) {
  const { slug, id } = await params;
  const actor = await requirePerson(`/hote/${slug}/reservations/${id}`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  if (!bookingIdInput.safeParse({ bookingId: id }).success) notFound();
  const [{ space, entry, companions }, t, host, common, language] = await Promise.all([
    orNotFound(getHostBooking(actor, slug, id)),
    getTranslations("board"),
    getTranslations("host"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { timeZone } = space.calendar;
  const locale = localeOf(language);
  const wording = { t, host, locale, timeZone };
  const lead = t("booking.lead", {
    resource: entry.resource.name,
    day: formatDay(entry.day, locale),
    times: formatTimes(entry, timeZone, locale),
  });
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={nameOf(entry, wording)}
        lead={lead}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("booking.crumb"), href: `/hote/${slug}/semaine?du=${mondayOf(entry.day)}` },
          { label: t("booking.pageTitle") },
        ]}
      />
      <p>
        <span className={`state state-${entry.attendance}`}>{stateWords(entry, wording)}</span>{" "}
        <a className="btn btn-quiet" href={`/hote/${slug}?jour=${entry.day}#venue-${entry.id}`}>
          {t("booking.toDay")}
        </a>
      </p>
      {companions.length > 0 ? (
        <p>{t("booking.companions", { names: companions.join(", ") })}</p>
      ) : null}
      <section id="deplacer" className="panel mt-6" aria-labelledby="deplacer-titre">
        <h2 id="deplacer-titre" className="text-h3">
          {t("booking.moveTitle")}
        </h2>
        <MoveForm space={space} entry={entry} wording={wording} action={moveToCellAction} />
      </section>
      <section className="panel mt-6" aria-labelledby="note-titre">
        <h2 id="note-titre" className="text-h3">
          {t("booking.noteTitle")}
        </h2>
        <NoteForm entry={entry} wording={wording} action={annotateBookingAction} />
      </section>
    </div>
  );
}
