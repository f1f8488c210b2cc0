import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HeldList } from "@/components/habilitations/held-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { now } from "@/lib/infra/clock";
import { listOwnHabilitations } from "@/lib/members/habilitations/queries";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("habilitations"))("mine.title") };
}

export default async function OwnHabilitationsPage() {
  const actor = await requirePerson("/mon-espace/habilitations");
  const at = now();
  const [held, t, members, common] = await Promise.all([
    listOwnHabilitations(actor, at),
    getTranslations("habilitations.mine"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("title") }]}
      />
      {held.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <HeldList held={held} at={at} />
      )}
    </div>
  );
}
