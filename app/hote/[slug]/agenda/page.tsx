import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FeedHelp } from "@/components/bookings/feed-help";
import { FeedPanel } from "@/components/bookings/feed-panel";
import { CalendarImports, ImportForm } from "@/components/host/calendar-imports";
import { ImportConflicts } from "@/components/host/import-conflicts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type FeedMade, listSpaceFeeds } from "@/lib/bookings/feeds/queries";
import { getHostImports, type HostImports, mostConflicts } from "@/lib/bookings/imports/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import type { Space } from "@/lib/spaces/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { revokeFeedAction } from "../../../mon-espace/agenda/actions";
import {
  addImportAction,
  makeSpaceFeedAction,
  refreshImportAction,
  removeImportAction,
} from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agenda"))("hostTitle") };
}

export default async function HostAgendaPage({ params }: Props) {
  const { slug } = await params;
  const actor = await requirePerson(`/hote/${slug}/agenda`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [imported, feeds, t, host, common] = await Promise.all([
    orNotFound(getHostImports(actor, slug)),
    orNotFound(listSpaceFeeds(actor, slug)),
    getTranslations("agenda"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  const { space, conflicts } = imported;
  noteViews(actor, { spaceId: space.id, screen: "calendar_imports", people: conflicts });
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("hostPageTitle", { space: space.name })}
        lead={t("hostLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("hostTitle") },
        ]}
      />
      <Imported imported={imported} />
      <Section id="adresses" title={t("feeds")}>
        <SpaceFeeds space={space} feeds={feeds} />
      </Section>
      <Section id="comment" title={t("how")}>
        <FeedHelp />
      </Section>
    </div>
  );
}

async function Imported({ imported: { space, imports, conflicts } }: { imported: HostImports }) {
  const t = await getTranslations("agenda");
  return (
    <>
      {conflicts.length > 0 ? (
        <Section id="a-regler" title={t("conflicts")} className="mt-2">
          <ImportConflicts
            slug={space.slug}
            timeZone={space.calendar.timeZone}
            conflicts={conflicts}
            isFull={conflicts.length === mostConflicts}
          />
        </Section>
      ) : null}
      <Section id="exterieurs" title={t("imports")} className={conflicts.length > 0 ? "" : "mt-2"}>
        <p className="mb-4 max-w-measure">{t("importsLead")}</p>
        <CalendarImports
          space={space}
          imports={imports}
          refresh={refreshImportAction}
          remove={removeImportAction}
        />
        <ImportForm space={space} add={addImportAction} />
      </Section>
    </>
  );
}

async function SpaceFeeds({ space, feeds }: { space: Space; feeds: FeedMade[] }) {
  const t = await getTranslations("agenda");
  const kinds = [
    { id: "reservations", busyOnly: false, title: t("spaceFull"), lead: t("spaceFullLead") },
    { id: "occupe", busyOnly: true, title: t("spaceBusy"), lead: t("spaceBusyLead") },
  ];
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {kinds.map(({ busyOnly, ...kind }) => {
        const ofKind = feeds.filter((feed) => feed.busyOnly === busyOnly);
        return (
          <FeedPanel
            key={kind.id}
            {...kind}
            feeds={ofKind}
            hasOwn={ofKind.some(({ isOwn }) => isOwn)}
            timeZone={space.calendar.timeZone}
            make={makeSpaceFeedAction}
            hidden={{ slug: space.slug, busyOnly: busyOnly ? "1" : "0" }}
            revoke={revokeFeedAction}
          />
        );
      })}
    </div>
  );
}
