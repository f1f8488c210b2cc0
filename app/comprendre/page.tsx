import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Poster } from "@/components/illustrations/poster";
import { PageHead } from "@/components/ui/page-head";
import { ProseSection } from "@/components/ui/prose-section";
import { Section } from "@/components/ui/section";
import { hasResults } from "@/lib/surveys/publications/queries";

const reasons = ["trust", "closeness", "skills", "networks"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("understand");
  return { title: t("title"), description: t("lead") };
}

/** What coworking is, for somebody who never came: no figure, no promise, what people really come for. */
export default async function UnderstandPage() {
  const [t, spaces, results, areResultsThere] = await Promise.all([
    getTranslations("understand"),
    getTranslations("spaces"),
    getTranslations("surveyResults"),
    hasResults(),
  ]);
  return (
    <div className="wrap">
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="columns">
        <div className="prose">
          <ProseSection title={t("what.title")} text={t("what.text")} />
          <ProseSection title={t("why.title")} text={t("why.text")} />
        </div>
        <div className="bank relative aspect-3/4 rounded-bank">
          <Poster name="terrasse" label={spaces("poster", { commune: "Prayssac" })} />
        </div>
      </div>
      <Section id="raisons" title={t("come.title")}>
        <p className="muted -mt-3 mb-6">{t("come.text")}</p>
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason}>
              <h3>{t(`${reason}.title`)}</h3>
              <p className="mt-2">{t(`${reason}.text`)}</p>
            </li>
          ))}
        </ul>
      </Section>
      {areResultsThere ? (
        <Section id="resultats" title={results("linkTitle")}>
          <p className="mb-6 max-w-measure">{results("linkLead")}</p>
          <a className="btn btn-secondary" href="/enquete/resultats">
            {results("read")}
          </a>
        </Section>
      ) : null}
      <Section id="premiere-fois" title={t("first.title")}>
        <p className="mb-6 max-w-measure">{t("first.text")}</p>
        <a className="btn btn-primary btn-lg" href="/lieux">
          {t("action")}
        </a>
      </Section>
    </div>
  );
}
