import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EraseForm } from "@/components/privacy/erase-form";
import { OwnConsents } from "@/components/privacy/own-consents";
import { OwnData } from "@/components/privacy/own-data";
import { OwnSessions } from "@/components/privacy/own-sessions";
import { ViewsOfMe } from "@/components/privacy/views-of-me";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listViewsOf } from "@/lib/identity/journal/queries";
import { listOwnSessions } from "@/lib/identity/sessions/queries";
import { listConsents } from "@/lib/privacy/consents/queries";
import { listOwnData } from "@/lib/privacy/exports/queries";
import { listSpaceNames } from "@/lib/spaces/queries";
import { requirePerson, sessionToken } from "@/lib/web/session";
import { endSessionAction, eraseAccountAction } from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

const corrections = [
  { href: "/mon-espace/profil", key: "toProfile" },
  { href: "/mon-espace/trajets", key: "toTravel" },
  { href: "/mon-espace/notifications", key: "toNotifications" },
  { href: "/mon-espace", key: "toBookings" },
  { href: "/mon-espace/annonces", key: "toAds" },
  { href: "/mon-espace/agenda", key: "toCalendar" },
  { href: "/mon-espace/cles", key: "toKeys" },
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myData"))("title") };
}

export default async function MyDataPage({ searchParams }: Props) {
  const [actor, { fait }] = await Promise.all([requirePerson("/mon-espace/donnees"), searchParams]);
  const [tables, views, consents, sessions, spaces, t, members, common] = await Promise.all([
    listOwnData(actor),
    listViewsOf(actor),
    listConsents(actor),
    listOwnSessions(actor, await sessionToken()),
    listSpaceNames(),
    getTranslations("myData"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("title") }]}
      />
      {fait === "fermee" ? (
        <Message tone="ok" role="status">
          {t("sessionEnded")}
        </Message>
      ) : null}
      <Section id="emporter" title={t("archive")} className="mt-2">
        <p className="mb-4 max-w-measure">{t("archiveLead")}</p>
        <a className="btn btn-primary" href="/mon-espace/donnees/archive" download>
          <Download size={18} strokeWidth={1.75} aria-hidden />
          {t("download")}
        </a>
      </Section>
      <Section id="connues" title={t("known")}>
        <OwnData tables={tables} />
      </Section>
      <Section id="vues" title={t("views")}>
        <p className="muted -mt-3 mb-4 max-w-measure">{t("viewsLead")}</p>
        <ViewsOfMe views={views} spaces={spaces} />
      </Section>
      <Section id="accords" title={t("consents")}>
        <OwnConsents consents={consents} />
      </Section>
      <Section id="connexions" title={t("sessions")}>
        <p className="muted -mt-3 mb-4 max-w-measure">{t("sessionsLead")}</p>
        <OwnSessions sessions={sessions} end={endSessionAction} />
      </Section>
      <Section id="corriger" title={t("correct")}>
        <p className="mb-2 max-w-measure">{t("correctLead")}</p>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {corrections.map(({ href, key }) => (
            <li key={href}>
              <a className="inline-flex min-h-11 items-center" href={href}>
                {t(key)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="effacer" title={t("erase")}>
        <EraseForm action={eraseAccountAction} />
      </Section>
    </div>
  );
}
