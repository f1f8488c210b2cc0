import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QrCode } from "@/components/presence/qr-code";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SelectField } from "@/components/ui/select-field";
import { env } from "@/lib/infra/env";
import { findComingCampaign } from "@/lib/surveys/campaigns/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("survey"))("integration.title") };
}

/** What a town hall needs to show the survey: the frame, the plain link, the sheet to pin up. */
export default async function IntegrationPage({ searchParams }: Props) {
  const [t, campaign, parameters] = await Promise.all([
    getTranslations("survey.integration"),
    findComingCampaign(),
    searchParams,
  ]);
  if (!campaign) {
    return (
      <div className="wrap max-w-[52rem]">
        <PageHead title={t("title")} />
        <EmptyState title={t("none")}>
          <a href="/enquete">{t("survey")}</a>
        </EmptyState>
      </div>
    );
  }
  const { partners, contactEmail } = campaign;
  const partner = partners.find(({ code }) => code === parameters["src"]) ?? partners[0];
  const origin = env().NEXTAUTH_URL;
  const link = `${origin}/enquete${partner ? `?src=${partner.code}` : ""}`;
  return (
    <div className="wrap max-w-[52rem]">
      <div className="no-print">
        <PageHead title={t("title")} lead={t("lead")} />
        {partner ? (
          <>
            <form method="get" action="/enquete/integration" className="panel grid gap-4">
              <SelectField
                name="src"
                label={t("partner")}
                options={partners.map(({ code, name }) => ({ value: code, label: name }))}
                defaultValue={partner.code}
              />
              <div>
                <button type="submit" className="btn btn-secondary">
                  {t("show")}
                </button>
              </div>
            </form>
            <section className="rule" aria-labelledby="cadre">
              <h2 id="cadre">{t("frameTitle")}</h2>
              <p className="mt-3">{t("frameLead", { origin: partner.origin })}</p>
              <label htmlFor="extrait" className="mt-3 block font-bold">
                {t("snippet")}
              </label>
              <textarea
                id="extrait"
                className="input survey-snippet"
                readOnly
                rows={8}
                defaultValue={snippet(origin, partner.code, t("frameName"))}
              />
              <p className="muted mt-2">{t("frameNote")}</p>
            </section>
          </>
        ) : null}
        <p className="mt-4">{t("notListed", { email: contactEmail })}</p>
        <section className="rule" aria-labelledby="lien">
          <h2 id="lien">{t("linkTitle")}</h2>
          <p className="survey-code">
            <a href={link}>{link}</a>
          </p>
        </section>
        <section className="rule" aria-labelledby="affiche">
          <h2 id="affiche">{t("posterTitle")}</h2>
          <p className="my-3">{t("posterLead")}</p>
          <p className="my-3">
            <a href={`/enquete/papier${partner ? `?src=${partner.code}` : ""}`}>{t("paper")}</a>
          </p>
        </section>
      </div>
      <article className="door-poster">
        <h2>{t("posterSay")}</h2>
        <p className="door-poster-say">{t("posterWhy")}</p>
        <QrCode text={`${origin}/enquete?src=affiche`} label={t("posterCode")} />
        <p className="door-poster-address">{`${origin.replace(/^https?:\/\//, "")}/enquete`}</p>
        <p>{t("posterPaper")}</p>
      </article>
    </div>
  );
}

/** Ready to paste: the frame has a name, and its height by a script that listens to us alone. */
function snippet(origin: string, code: string, name: string): string {
  return [
    `<iframe src="${origin}/enquete/integree?src=${code}"`,
    `  title="${name}"`,
    `  style="width: 100%; height: 900px; border: 1px solid #7c796b; border-radius: 10px"></iframe>`,
    `<script src="${origin}/enquete/integration/cadre.js" async></script>`,
    `<p><a href="${origin}/enquete?src=${code}">${name}</a></p>`,
  ].join("\n");
}
