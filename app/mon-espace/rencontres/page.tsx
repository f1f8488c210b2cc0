import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CoPresenceList } from "@/components/company/co-presence-list";
import { MeetingList } from "@/components/company/meeting-list";
import { ThanksList } from "@/components/company/thanks-list";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listCoPresences } from "@/lib/bookings/co-presences/queries";
import { listMeetings, listThanks } from "@/lib/bookings/thanks/queries";
import { requirePerson } from "@/lib/web/session";
import { thankAction } from "./actions";

type Props = { searchParams: Promise<{ merci?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("company"))("meetings.title") };
}

export default async function MeetingsPage({ searchParams }: Props) {
  const [actor, { merci }] = await Promise.all([
    requirePerson("/mon-espace/rencontres"),
    searchParams,
  ]);
  const [found, meetings, { received, given }, t, members, common] = await Promise.all([
    listCoPresences(actor),
    listMeetings(actor),
    listThanks(actor),
    getTranslations("company.meetings"),
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
      {merci ? (
        <Message tone="ok" role="status">
          {t("sent")}
        </Message>
      ) : null}
      <Section id="a-venir" title={t("coming")}>
        {found.length > 0 ? (
          <>
            <p className="muted mb-3">{t("comingLead")}</p>
            <CoPresenceList found={found} />
          </>
        ) : (
          <>
            <p className="muted mb-4 max-w-measure">{t("noneComing")}</p>
            <p className="flex flex-wrap gap-4">
              <a className="btn btn-secondary" href="/annonces/nouvelle">
                {t("ask")}
              </a>
              <a className="btn btn-quiet" href="/mon-espace/profil">
                {t("profile")}
              </a>
            </p>
          </>
        )}
      </Section>
      <Section id="croises" title={t("met")}>
        <p className="muted mb-3">{t(meetings.length > 0 ? "metLead" : "noneMet")}</p>
        <MeetingList meetings={meetings} action={thankAction} />
      </Section>
      {received.length > 0 ? (
        <Section id="recus" title={t("received")}>
          <ThanksList thanks={received} way="from" />
        </Section>
      ) : null}
      {given.length > 0 ? (
        <Section id="donnes" title={t("given")}>
          <ThanksList thanks={given} way="to" />
        </Section>
      ) : null}
    </div>
  );
}
