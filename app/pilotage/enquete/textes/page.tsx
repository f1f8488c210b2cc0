import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CampaignPicks } from "@/components/survey-answers/campaign-picks";
import { TextReview } from "@/components/survey-answers/text-review";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { localeOf } from "@/lib/core/locale";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import { listAccess } from "@/lib/surveys/readers/queries";
import { openTexts } from "@/lib/surveys/texts/commands";
import { type TextState, textStates } from "@/lib/surveys/texts/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { reviewTextAction } from "./actions";

type Query = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };
const address = "/pilotage/enquete/textes";
const wordsOfState = { waiting: "a-lire", published: "publies", hidden: "caches" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveyAnswers"))("texts") };
}

/** Free texts before they are published: each alone, without commune, profile or day. */
export default async function SurveyTextsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requirePerson(address), searchParams]);
  const readable = (await orNotFound(listAccess(actor))).filter(({ mayRead }) => mayRead);
  const asked = readable.find((each) => each.campaign.slug === query["campagne"]);
  const campaign = (asked ?? readable[0])?.campaign;
  if (!campaign) notFound();
  const state = stateOf(query["etat"]);
  const [{ texts, counts }, t, common, language] = await Promise.all([
    orNotFound(openTexts(actor, { campaign, state })),
    getTranslations("surveyAnswers"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("texts")}
        lead={t("textsLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("title"), href: `/pilotage/enquete/reponses?campagne=${campaign.slug}` },
          { label: t("texts") },
        ]}
      />
      {query["fait"] === "1" ? (
        <Message tone="ok" role="status">
          {t("done.reviewed")}
        </Message>
      ) : null}
      <CampaignPicks
        label={t("textStates")}
        picks={textStates.map((each) => ({
          href: `${address}?campagne=${campaign.slug}&etat=${wordsOfState[each]}`,
          isChosen: each === state,
          words: t(`textState.${each}`, { count: counts[each] }),
        }))}
      />
      {texts.length === 0 ? (
        <EmptyState title={t(`noText.${state}`)}>
          <a href={`/pilotage/enquete/reponses?campagne=${campaign.slug}`}>{t("title")}</a>
        </EmptyState>
      ) : (
        <TextReview
          texts={texts}
          questionOf={(id) => questionOf(campaign.questionnaire, id)?.label[locale] ?? id}
          action={reviewTextAction}
        />
      )}
    </div>
  );
}

function stateOf(asked: string | string[] | undefined): TextState {
  return textStates.find((state) => wordsOfState[state] === asked) ?? "waiting";
}
