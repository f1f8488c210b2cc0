import type { Metadata } from "next";
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
import { listNetworkClosuresToRun, previewClosure } from "@/lib/bookings/closures/queries";
import { readClosureSearch } from "@/lib/bookings/closures/rules";
import { idOf, type SearchParameters } from "@/lib/bookings/searches/rules";
import { findUndoing } from "@/lib/bookings/undoings/queries";
import { dayOf } from "@/lib/core/day";
import { capitalised } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { listRoomEvents } from "@/lib/events/rooms/queries";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  announceNetworkClosureAction,
  undoNetworkClosureAction,
  withdrawNetworkClosureAction,
} from "./actions";

type Props = { searchParams: Promise<SearchParameters> };

const takeBack = { undo: undoNetworkClosureAction, reopen: withdrawNetworkClosureAction };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("closures"))("networkTitle") };
}

export default async function NetworkClosuresPage({ searchParams }: Props) {
  const query = await searchParams;
  const actor = await requirePerson("/pilotage/fermetures");
  const at = now();
  const closures = await orNotFound(listNetworkClosuresToRun(actor, at));
  const search = readClosureSearch(query, dayOf(at, networkTimeZone));
  const undone = idOf(query["annulee"]);
  const [preview, undoing, t, common, reports, language] = await Promise.all([
    search.when ? orNotFound(previewClosure(actor, "network", search.when, at)) : null,
    undone ? orNotFound(findUndoing(actor, undone)) : null,
    getTranslations("closures"),
    getTranslations("common"),
    getTranslations("reports"),
    getLocale(),
  ]);
  noteViews(actor, { spaceId: null, screen: "closure", people: namedPeople(preview, undoing) });
  const events = await listRoomEvents(actor, idsOf(preview));
  const locale = localeOf(language);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("networkTitle")}
        lead={t("networkLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("networkTitle") }]}
      />
      {query["annoncee"] ? (
        <Message tone="ok" role="status">
          {t("announced")}
        </Message>
      ) : null}
      {undoing ? <UndoingMessage undoing={undoing} /> : null}
      <div className="grid gap-8">
        <WhenForm search={search} />
        {preview && search.when ? (
          <ClosurePreview
            preview={preview}
            title={capitalised(closureWords(search.when, locale, t), locale)}
            fields={search.fields}
            space={null}
            action={announceNetworkClosureAction}
            events={events}
          />
        ) : null}
      </div>
      <Section id="prevues" title={t("networkComing")} className="mt-12">
        {closures.length === 0 ? <p>{t("none")}</p> : null}
        {closures.map(({ calendar, ...closure }) => (
          <ComingClosures
            key={closure.id}
            calendar={calendar}
            closures={[
              { ...closure, level: t("networkSpaces", { count: closure.count }), mayReopen: true },
            ]}
            at={at}
            actions={takeBack}
          />
        ))}
      </Section>
    </div>
  );
}
