import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfferRows } from "@/components/bookings/offer-rows";
import { MissedRows, WaitingRows } from "@/components/bookings/waiting-rows";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listWaitingOfMember } from "@/lib/bookings/waiting-list/queries";
import { requirePerson } from "@/lib/web/session";
import { acceptOfferAction, leaveWaitingListAction } from "./actions";

type Props = { searchParams: Promise<{ inscription?: string; partie?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waitingList"))("title") };
}

export default async function WaitingListPage({ searchParams }: Props) {
  const [actor, { inscription, partie }] = await Promise.all([
    requirePerson("/mon-espace/liste-attente"),
    searchParams,
  ]);
  const [{ offers, waiting, missed }, t, members, common] = await Promise.all([
    listWaitingOfMember(actor),
    getTranslations("waitingList"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  const isEmpty = offers.length + waiting.length + missed.length === 0;
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("title") }]}
      />
      {inscription === "1" || partie === "1" ? (
        <Message tone="ok" role="status">
          {inscription === "1" ? t("joined") : t("left")}
        </Message>
      ) : null}
      {offers.length > 0 ? (
        <Section id="proposees" title={t("offers", { count: offers.length })}>
          <OfferRows offers={offers} accept={acceptOfferAction} decline={leaveWaitingListAction} />
        </Section>
      ) : null}
      {waiting.length > 0 ? (
        <Section id="en-attente" title={t("waiting")}>
          <WaitingRows waiting={waiting} leave={leaveWaitingListAction} />
        </Section>
      ) : null}
      {missed.length > 0 ? (
        <Section id="sans-reponse" title={t("missed")}>
          <p className="muted mb-4">{t("missedLead")}</p>
          <MissedRows missed={missed} />
        </Section>
      ) : null}
      {isEmpty ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
          <a className="btn btn-primary" href="/">
            {t("find")}
          </a>
        </EmptyState>
      ) : null}
    </div>
  );
}
