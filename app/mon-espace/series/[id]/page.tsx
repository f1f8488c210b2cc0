import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BookingLine } from "@/components/bookings/booking-line";
import { type AskedCancellation, CancelForms } from "@/components/series/cancel-forms";
import { ChangeForms } from "@/components/series/change-forms";
import { RefusedDates } from "@/components/series/refused-dates";
import { patternWords } from "@/components/series/series-words";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { isMeant } from "@/lib/bookings/series/cancellations/rules";
import { getSeries, type SeriesView } from "@/lib/bookings/series/queries";
import { cancelScopes, seriesIdInput } from "@/lib/bookings/series/schema";
import { dayOf, parseDay } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import {
  cancelSeriesAction,
  closeRefusalAction,
  editSeriesAction,
  extendSeriesAction,
  retryRefusedAction,
} from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("series"))("seriesTitle") };
}

export default async function SeriesPage({ params, searchParams }: Props) {
  const [{ id }, parameters] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/mon-espace/series/${id}`);
  if (!seriesIdInput.safeParse({ seriesId: id }).success) notFound();
  const at = now();
  const series = await orNotFound(getSeries(actor, id, at));
  const [t, common, language] = await Promise.all([
    getTranslations("series"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const today = dayOf(at, series.space.calendar.timeZone);
  const coming = series.bookings.filter(({ endedAt, endsAt }) => !endedAt && endsAt > at);
  const past = series.bookings.filter((booking) => !coming.includes(booking));
  const asked = askedIn(parameters);
  const meant = coming.filter(({ day }) => asked && isMeant(asked.scope, asked.day, day));
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={patternWords(series, locale, t)}
        lead={t("bookingPlace", { resource: series.resourceName, space: series.space.name })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("mySpace"), href: "/mon-espace" },
          { label: t("index"), href: "/mon-espace/series" },
          { label: t("seriesTitle") },
        ]}
      />
      <div className="grid gap-4">
        <p className="muted">
          {t("until", {
            first: formatDay(series.firstDay, locale, today),
            last: formatDay(series.lastDay, locale, today),
          })}
        </p>
        {series.endedFrom ? (
          <p>{t("endedFrom", { day: formatDay(series.endedFrom, locale, today) })}</p>
        ) : null}
        <Outcome parameters={parameters} series={series} />
      </div>
      <RefusedDates series={series} retry={retryRefusedAction} giveUp={closeRefusalAction} />
      <Dates id="a-venir" title={t("coming")} bookings={coming} isPast={false} />
      {coming.length > 0 ? (
        <>
          <ChangeForms
            series={series}
            today={today}
            edit={editSeriesAction}
            extend={extendSeriesAction}
          />
          <CancelForms
            seriesId={id}
            coming={coming}
            asked={asked}
            meant={meant}
            action={cancelSeriesAction}
          />
        </>
      ) : null}
      {past.length > 0 ? <Dates id="passees" title={t("past")} bookings={past} isPast /> : null}
    </div>
  );
}

type DatesProps = {
  id: string;
  title: string;
  bookings: SeriesView["bookings"];
  isPast: boolean;
};

async function Dates({ id, title, bookings, isPast }: DatesProps) {
  const t = await getTranslations("series");
  return (
    <Section id={id} title={title}>
      {bookings.length === 0 ? (
        <p className="muted">{t("noComing")}</p>
      ) : (
        <ul className="rows">
          {bookings.map((booking) => (
            <BookingLine key={booking.id} booking={booking} isPast={isPast} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What was asked to be seen before cancelling; null when nothing was, or no such date is written. */
function askedIn(parameters: SearchParameters): AskedCancellation | null {
  const scope = cancelScopes.find((known) => known === textOf(parameters["annuler"]));
  const day = parseDay(textOf(parameters["des"])) ?? undefined;
  if (!scope || (scope !== "all" && !day)) return null;
  return { scope, day: scope === "all" ? undefined : day };
}

/** What has just been done, in words; counts come back in the address. */
async function Outcome({
  parameters,
  series,
}: {
  parameters: SearchParameters;
  series: SeriesView;
}) {
  const t = await getTranslations("series");
  const count = (name: string) =>
    Math.min(1000, Number(/^\d{1,4}$/.exec(textOf(parameters[name])) ?? -1));
  const sentences: string[] = [];
  if (textOf(parameters["faite"]) === "1") {
    const asks = series.bookings.some(({ state }) => state === "requested");
    sentences.push(`${t(asks ? "asked" : "done", { count: series.bookings.length })}.`);
    sentences.push(t("doneLead"));
    const refused = series.refused.filter(({ isOpen }) => isOpen).length;
    if (refused > 0) sentences.push(t("doneRefused", { count: refused }));
  }
  if (count("reprises") > 0) sentences.push(t("moreBooked", { count: count("reprises") }));
  if (count("refusees") > 0) sentences.push(t("stillRefused", { count: count("refusees") }));
  if (count("annulees") >= 0) sentences.push(t("cancelled", { count: count("annulees") }));
  if (count("gardees") > 0) sentences.push(t("keptLate", { count: count("gardees") }));
  if (sentences.length === 0) return null;
  return (
    <Message tone="ok" role="status">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Message>
  );
}
