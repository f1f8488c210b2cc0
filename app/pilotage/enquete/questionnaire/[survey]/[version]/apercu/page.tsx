import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { windowWords } from "@/components/campaigns/window-words";
import { previewPages, versionPages } from "@/components/questionnaires/addresses";
import { PreviewEnd } from "@/components/questionnaires/preview-end";
import { PreviewStart } from "@/components/questionnaires/preview-start";
import { PreviewStep } from "@/components/questionnaires/preview-step";
import { Message } from "@/components/ui/message";
import { type Locale, localeOf } from "@/lib/core/locale";
import { listNamedCommunes } from "@/lib/surveys/answers/queries";
import { carriedAnswers } from "@/lib/surveys/previews/rules";
import { shownSections } from "@/lib/surveys/questionnaires/rules";
import { readVersionPage, type VersionParams } from "../_version";
import { previewStepAction } from "./actions";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<VersionParams>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionnaires"))("preview.title") };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const { view, wording } = await readVersionPage(await params, "/apercu");
  const communes = await listNamedCommunes();
  const { t } = wording;
  const given = textIn(query["reponses"]);
  const language: Locale =
    query["langue"] === undefined ? wording.locale : localeOf(textIn(query["langue"]));
  const answers = carriedAnswers(given);
  const step = textIn(query["etape"]);
  const shown = shownSections(view.questionnaire, answers);
  const isThere = shown.some(({ id }) => id === step);
  if (step && step !== "fin" && !isThere) notFound();
  // Without a campaign of that name, the one that asks this version last.
  const campaign =
    view.campaigns.find(({ slug }) => slug === query["campagne"]) ?? view.campaigns[0];
  const address = { survey: view.survey, version: view.version, campaign: campaign?.slug };
  const texts = campaign?.texts ?? {};
  const pages = previewPages(address);
  const props = { questionnaire: view.questionnaire, address, texts, language, given, answers };
  return (
    <div className="wrap survey">
      <Message tone="info">
        <p>{t("preview.banner", { version: view.version })}</p>
        {campaign && Object.keys(texts).length > 0 ? (
          <p>{t("preview.ofCampaign", windowWords(campaign, wording.locale))}</p>
        ) : null}
        <p className="campaign-links">
          <a href={versionPages(view).version}>{t("preview.back")}</a>
          {(["fr", "en"] as const)
            .filter((other) => other !== language)
            .map((other) => (
              <a
                key={other}
                lang={other}
                href={
                  step ? pages.step(step, encodeURIComponent(given), other) : pages.start(other)
                }
              >
                {t(other === "fr" ? "preview.french" : "preview.english")}
              </a>
            ))}
        </p>
      </Message>
      {step === "fin" ? <PreviewEnd {...props} communes={communes} /> : null}
      {step && step !== "fin" ? (
        <PreviewStep {...props} step={step} communes={communes} action={previewStepAction} />
      ) : null}
      {step ? null : <PreviewStart {...props} />}
    </div>
  );
}

function textIn(given: string | string[] | undefined): string {
  return typeof given === "string" ? given : "";
}
