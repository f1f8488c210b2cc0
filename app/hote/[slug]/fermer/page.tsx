import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClosurePreview } from "@/components/closures/closure-preview";
import { closureWords } from "@/components/closures/closure-words";
import { ComingClosures } from "@/components/closures/coming-closures";
import { idsOf, namedPeople } from "@/components/closures/named-people";
import { UndoingMessage } from "@/components/closures/undoing-message";
import { WhenForm } from "@/components/closures/when-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listClosuresToRun, previewClosure } from "@/lib/bookings/closures/queries";
import { readClosureSearch } from "@/lib/bookings/closures/rules";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { idOf, type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { findUndoing } from "@/lib/bookings/undoings/queries";
import { dayOf } from "@/lib/core/day";
import { capitalised } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { listRoomEvents } from "@/lib/events/rooms/queries";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { announceClosureAction, undoClosureAction, withdrawClosureAction } from "./actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

const takeBack = { undo: undoClosureAction, reopen: withdrawClosureAction };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("closures"))("title") };
}

export default async function ClosePage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/fermer`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const { space, closures } = await orNotFound(listClosuresToRun(actor, slug, at));
  const { calendar } = space;
  const search = readClosureSearch(query, dayOf(at, calendar.timeZone));
  const asked = textOf(query["quoi"]);
  const resourceId = space.resources.find(({ id }) => id === asked)?.id ?? null;
  // Less was meant than the whole space: it is not what is shown instead.
  if (asked && !resourceId) notFound();
  const undone = idOf(query["annulee"]);
  const target = { slug, resourceId: resourceId ?? undefined };
  const [preview, undoing, t, host, common, language] = await Promise.all([
    search.when ? orNotFound(previewClosure(actor, target, search.when, at)) : null,
    undone ? orNotFound(findUndoing(actor, undone)) : null,
    getTranslations("closures"),
    getTranslations("host"),
    getTranslations("common"),
    getLocale(),
  ]);
  const people = namedPeople(preview, undoing);
  noteViews(actor, { spaceId: space.id, screen: "closure", people });
  const events = await listRoomEvents(actor, idsOf(preview));
  const locale = localeOf(language);
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
      {query["annoncee"] ? (
        <Message tone="ok" role="status">
          {t("announced")}
        </Message>
      ) : null}
      {undoing ? <UndoingMessage undoing={undoing} /> : null}
      <div className="grid gap-8">
        <WhenForm
          search={search}
          resources={space.resources}
          resourceId={resourceId}
          boundary={calendar.halfDayBoundary}
        />
        {preview && search.when ? (
          <ClosurePreview
            preview={preview}
            title={capitalised(closureWords(search.when, locale, t), locale)}
            fields={search.fields}
            space={{ slug, resourceId }}
            action={announceClosureAction}
            events={events}
          />
        ) : null}
      </div>
      <Section id="prevues" title={t("coming")} className="mt-12">
        {closures.length === 0 ? <p>{t("none")}</p> : null}
        <ComingClosures
          calendar={calendar}
          slug={slug}
          closures={closures.map((closure) => ({
            ...closure,
            level: closure.isNetwork ? t("network") : null,
          }))}
          at={at}
          actions={takeBack}
        />
        <p className="mt-4">
          <a href={`/hote/${slug}/horaires`}>{t("hoursLink")}</a>
        </p>
      </Section>
    </div>
  );
}
