import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnSpaces } from "@/components/memberships/own-spaces";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listOwnMemberships } from "@/lib/members/memberships/queries";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.own"))("title") };
}

export default async function OwnSpacesPage() {
  const actor = await requirePerson("/mon-espace/lieux");
  const [spaces, t, members, common] = await Promise.all([
    listOwnMemberships(actor),
    getTranslations("belonging.own"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  const isMine = ({ state }: { state: string | null }) =>
    state === "active" || state === "requested";
  const mine = spaces.filter(isMine);
  const others = spaces.filter((space) => !isMine(space));
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("title") }]}
      >
        <a className="btn btn-secondary" href="/rejoindre">
          {t("code")}
        </a>
      </PageHead>
      {mine.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <Section id="miens" title={t("mine")} className="mt-2">
          <OwnSpaces spaces={mine} />
        </Section>
      )}
      {others.length > 0 ? (
        <Section id="autres" title={t("others")}>
          <OwnSpaces spaces={others} />
        </Section>
      ) : null}
    </div>
  );
}
