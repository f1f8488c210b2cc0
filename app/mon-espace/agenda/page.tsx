import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeedHelp } from "@/components/bookings/feed-help";
import { FeedPanel } from "@/components/bookings/feed-panel";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listOwnFeeds } from "@/lib/bookings/feeds/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { requirePerson } from "@/lib/web/session";
import { makeFeedAction, revokeFeedAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agenda"))("title") };
}

export default async function MemberAgendaPage() {
  const actor = await requirePerson("/mon-espace/agenda");
  const [feeds, t, members, common] = await Promise.all([
    listOwnFeeds(actor),
    getTranslations("agenda"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  const kinds = [
    { id: "reservations", busyOnly: false, title: t("full"), lead: t("fullLead") },
    { id: "occupe", busyOnly: true, title: t("busy"), lead: t("busyLead") },
  ];
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("title") }]}
      />
      <Section id="adresses" title={t("feeds")} className="mt-2">
        <div className="grid gap-6 lg:grid-cols-2">
          {kinds.map(({ busyOnly, ...kind }) => {
            const ofKind = feeds.filter((feed) => feed.busyOnly === busyOnly);
            return (
              <FeedPanel
                key={kind.id}
                {...kind}
                feeds={ofKind}
                hasOwn={ofKind.length > 0}
                timeZone={networkTimeZone}
                make={makeFeedAction}
                hidden={{ busyOnly: busyOnly ? "1" : "0" }}
                revoke={revokeFeedAction}
              />
            );
          })}
        </div>
      </Section>
      <Section id="comment" title={t("how")}>
        <FeedHelp />
      </Section>
    </div>
  );
}
