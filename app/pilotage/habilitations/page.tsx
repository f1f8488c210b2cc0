import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HabilitationForm } from "@/components/habilitations/habilitation-form";
import { KeptList } from "@/components/habilitations/kept-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listKeptHabilitations } from "@/lib/members/habilitations/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import {
  changeHabilitationAction,
  makeHabilitationAction,
  withdrawHabilitationAction,
} from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("habilitations"))("title") };
}

export default async function HabilitationsPage({ searchParams }: Props) {
  const [actor, { fait }] = await Promise.all([
    requirePerson("/pilotage/habilitations"),
    searchParams,
  ]);
  const [kept, t, common, reports] = await Promise.all([
    orNotFound(listKeptHabilitations(actor)),
    getTranslations("habilitations"),
    getTranslations("common"),
    getTranslations("reports"),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("keep.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      {fait ? (
        <Message tone="ok" role="status">
          {t("keep.done")}
        </Message>
      ) : null}
      {kept.length === 0 ? (
        <EmptyState title={t("keep.none")}>
          <p>{t("keep.noneLead")}</p>
        </EmptyState>
      ) : (
        <Section id="liste" title={t("keep.list")} className="mt-6">
          <KeptList
            kept={kept}
            change={changeHabilitationAction}
            withdraw={withdrawHabilitationAction}
          />
        </Section>
      )}
      <Section id="ajouter" title={t("keep.add")}>
        <HabilitationForm action={makeHabilitationAction} />
      </Section>
    </div>
  );
}
