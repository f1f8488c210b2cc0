import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { namedPeople } from "@/components/closures/named-people";
import { ExceptionForm, WeekForm } from "@/components/openings/change-forms";
import { ExceptionLines } from "@/components/openings/exception-lines";
import { HolidayNotes, StaffConflicts } from "@/components/openings/opening-notes";
import { OpeningPreview } from "@/components/openings/opening-preview";
import { RuleLines } from "@/components/openings/rule-lines";
import { HoursTable } from "@/components/spaces/hours-table";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { getOpeningToRun, previewOpening } from "@/lib/bookings/opening-changes/queries";
import { readOpeningSearch } from "@/lib/bookings/opening-changes/rules";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { changeOpeningAction } from "./actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openings"))("title") };
}

export default async function HoursPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/horaires`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const opening = await orNotFound(getOpeningToRun(actor, slug, at));
  const { space, today, rules, holidays, conflicts } = opening;
  const { typed, change, text, isUnreadable } = readOpeningSearch(query);
  const [preview, t, host, common] = await Promise.all([
    change ? orNotFound(previewOpening(actor, slug, change, at)) : null,
    getTranslations("openings"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  const people = namedPeople(preview, null);
  noteViews(actor, { spaceId: space.id, screen: "opening_hours", people });
  const isDay = textOf(query["forme"]) === "jour" || typed["changement"] === "exception";
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("title") },
        ]}
      />
      {query["change"] ? (
        <Message tone="ok" role="status">
          {t("changed")}
        </Message>
      ) : null}
      {isUnreadable ? (
        <Message tone="warn" role="alert">
          {t("unreadable")}
        </Message>
      ) : null}
      <StaffConflicts conflicts={conflicts} timeZone={space.calendar.timeZone} />
      {preview && change ? (
        <OpeningPreview
          slug={slug}
          change={change}
          text={text}
          preview={preview}
          action={changeOpeningAction}
        />
      ) : null}
      <Section id="semaine" title={t("now")} className="mt-10">
        <HoursTable calendar={space.calendar} today={today} />
        <HolidayNotes holidays={holidays} today={today} />
      </Section>
      <Section id="changer" title={isDay ? t("exception") : t("week")}>
        <p className="segmented mb-4">
          <a href="?#changer" aria-current={isDay ? undefined : "page"}>
            {t("week")}
          </a>
          <a href="?forme=jour#changer" aria-current={isDay ? "page" : undefined}>
            {t("exception")}
          </a>
        </p>
        {isDay ? (
          <ExceptionForm typed={typed} today={today} />
        ) : (
          <WeekForm typed={typed} today={today} />
        )}
      </Section>
      <Section id="exceptions" title={t("exceptions")}>
        <ExceptionLines exceptions={space.calendar.exceptions} today={today} />
        <p>
          <a href={`/hote/${slug}/fermer`}>{t("closeLink")}</a>
        </p>
      </Section>
      <Section id="lignes" title={t("lines")}>
        <RuleLines rules={rules} today={today} />
      </Section>
    </div>
  );
}
