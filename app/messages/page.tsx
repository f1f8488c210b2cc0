import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InboxList } from "@/components/messages/inbox";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { PageLinks } from "@/components/ui/page-links";
import { Section } from "@/components/ui/section";
import { now } from "@/lib/infra/clock";
import { listConversations } from "@/lib/members/conversations/queries";
import { requirePerson } from "@/lib/web/session";

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

export default async function MessagesPage({ searchParams }: Props) {
  const asked = Number((await searchParams).page);
  const actor = await requirePerson("/messages");
  const [{ lines, page, pages }, t, common] = await Promise.all([
    listConversations(actor, Number.isSafeInteger(asked) ? asked : 1),
    getTranslations("conversations"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: common("account"), href: "/mon-espace" }, { label: t("title") }]}
      />
      {lines.length > 0 ? (
        <Section id="conversations" title={t("list")} className="mt-2">
          <InboxList lines={lines} at={now()} />
        </Section>
      ) : (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
          <a className="btn btn-secondary" href="/annonces">
            {t("ads")}
          </a>
        </EmptyState>
      )}
      <PageLinks
        label={t("pages.label")}
        current={t("pages.current", { page, pages })}
        previous={
          page > 1 ? { label: t("pages.previous"), href: `/messages?page=${page - 1}` } : null
        }
        next={page < pages ? { label: t("pages.next"), href: `/messages?page=${page + 1}` } : null}
      />
    </div>
  );
}
