import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { env } from "@/lib/infra/env";
import { listFramePartners } from "@/lib/surveys/campaigns/partners/queries";
import { networkContact } from "@/lib/web/network-contact";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events.agenda.framed"))("title") };
}

/** What a town hall needs to show the agenda on its site. */
export default async function AgendaIntegrationPage() {
  const [t, events, common, partners, email] = await Promise.all([
    getTranslations("events.agenda.framed"),
    getTranslations("events"),
    getTranslations("common"),
    listFramePartners(null),
    networkContact(),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: common("homeShort"), href: "/" },
          { label: events("title"), href: "/evenements" },
          { label: t("title") },
        ]}
      />
      <label htmlFor="extrait" className="block font-bold">
        {t("snippet")}
      </label>
      <textarea
        id="extrait"
        className="input survey-snippet"
        readOnly
        rows={7}
        defaultValue={snippet(env().NEXTAUTH_URL, t("name"))}
      />
      <p className="muted mt-2">{t("how")}</p>
      <Section id="sites" title={t("partners")}>
        <p className="max-w-measure">{t("who", { email })}</p>
        {partners.length > 0 ? (
          <ul className="rows mt-4">
            {partners.map(({ code, name, origin }) => (
              <li key={`${code} ${origin}`}>
                <b>{name}</b>
                <span className="small muted event-text">{origin}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="muted mt-4">{t("noPartner")}</p>
        )}
      </Section>
      <Section id="sans-cadre" title={t("rest")}>
        <p className="max-w-measure">{t("restLead")}</p>
        <ul className="agenda-follow">
          {["/evenements/agenda.ics", "/evenements/flux.xml", "/api/v1/events"].map((path) => (
            <li key={path}>
              <a href={path}>{path}</a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** Ready to paste: the frame has a name, and a link says the same to whom it is not shown. */
function snippet(origin: string, name: string): string {
  return [
    `<iframe src="${origin}/evenements/integre" title="${name}"`,
    `  style="width: 100%; height: 700px; border: 1px solid #7c796b; border-radius: 10px"></iframe>`,
    `<p><a href="${origin}/evenements">${name}</a></p>`,
  ].join("\n");
}
