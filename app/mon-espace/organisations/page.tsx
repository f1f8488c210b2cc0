import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnOrganisationRow } from "@/components/organisations/own-organisation-row";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { listOwnOrganisations } from "@/lib/members/organisations/queries";
import { requirePerson } from "@/lib/web/session";
import { agreeToOrganisationAction, leaveOrganisationAction } from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.ownOrganisations"))("title") };
}

export default async function OwnOrganisationsPage({ searchParams }: Props) {
  const { fait } = await searchParams;
  const actor = await requirePerson("/mon-espace/organisations");
  const [organisations, t, members, common] = await Promise.all([
    listOwnOrganisations(actor),
    getTranslations("belonging.ownOrganisations"),
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
      {fait ? (
        <Message tone="ok" role="status">
          {t("saved")}
        </Message>
      ) : null}
      {organisations.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <ul className="rows">
          {organisations.map((organisation) => (
            <OwnOrganisationRow
              key={organisation.id}
              organisation={organisation}
              agree={agreeToOrganisationAction}
              leave={leaveOrganisationAction}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
