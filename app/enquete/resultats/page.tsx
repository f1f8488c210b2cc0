import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CampaignPicks } from "@/components/survey-answers/campaign-picks";
import { AnswerSections } from "@/components/survey-results/answer-sections";
import { Contents } from "@/components/survey-results/contents";
import { InShort } from "@/components/survey-results/in-short";
import { OpenData } from "@/components/survey-results/open-data";
import { PlaceSections } from "@/components/survey-results/place-sections";
import { lineWords } from "@/components/survey-results/result-words";
import { WrittenTexts } from "@/components/survey-results/written-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatMonth } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { findCurrentCampaign } from "@/lib/surveys/campaigns/queries";
import type { Campaign } from "@/lib/surveys/campaigns/schema";
import { highlightsOf } from "@/lib/surveys/highlights/rules";
import { findResults, listPublished, type Results } from "@/lib/surveys/publications/queries";
import { listPublishedTexts } from "@/lib/surveys/texts/queries";
import { residenceWords } from "../_pages/elsewhere";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("surveyResults");
  return { title: t("title"), description: t("description") };
}

type Props = { searchParams: Promise<{ campagne?: string | string[] }> };

export default async function SurveyResultsPage({ searchParams }: Props) {
  const at = now();
  const { campagne } = await searchParams;
  const named = typeof campagne === "string" ? campagne : null;
  const [results, current] = await Promise.all([findResults(named, at), findCurrentCampaign(at)]);
  if (!results && named !== null) notFound();
  return results ? (
    <Published results={results} current={current} at={at} />
  ) : (
    <NotYet current={current} at={at} />
  );
}

type PublishedProps = { results: Results; current: Campaign | null; at: Date };

async function Published({ results, current, at }: PublishedProps) {
  const [published, texts, t, home, elsewhere, language] = await Promise.all([
    listPublished(at),
    listPublishedTexts(results.campaign),
    getTranslations("surveyResults"),
    getTranslations("home"),
    residenceWords(),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { campaign, figures, names } = results;
  const { questionnaire, timeZone } = campaign;
  const written = (instant: Date) => {
    const day = dayOf(instant, timeZone);
    return `${formatDay(day, locale)} ${day.slice(0, 4)}`;
  };
  const nameOf = (code: string) =>
    names.get(code) ?? elsewhere.find(({ value }) => value === code)?.label ?? code;
  const placeOf = (communes: string[]) => lineWords(communes, nameOf, t);
  const newestBatch = Math.max(...figures.tables.map(({ batch }) => batch), figures.wished.batch);
  const shared = { questionnaire, placeOf, locale, newestBatch };
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead", {
          count: figures.responses,
          first: written(campaign.opensAt),
          last: written(new Date(campaign.closesAt.getTime() - 1)),
        })}
      />
      <CampaignPicks
        label={t("campaigns")}
        picks={published.map(({ slug, opensAt, timeZone: zone }) => ({
          href: `/enquete/resultats?campagne=${slug}`,
          isChosen: slug === campaign.slug,
          words: t("campaign", { month: formatMonth(dayOf(opensAt, zone), locale) }),
        }))}
      />
      {current?.state === "open" && current.id !== campaign.id ? (
        <Message tone="info">
          {t("openNow", {
            day: formatDay(
              dayOf(new Date(current.closesAt.getTime() - 1), current.timeZone),
              locale,
              dayOf(at, current.timeZone),
            ),
          })}{" "}
          <a href="/enquete">{t("openNowLink")}</a>
        </Message>
      ) : null}
      <InShort highlights={highlightsOf(figures)} {...shared} />
      <Contents figures={figures} hasTexts={texts.length > 0} {...shared} />
      <PlaceSections {...shared} figures={figures} attribution={home("attribution")} />
      <AnswerSections {...shared} figures={figures} />
      <WrittenTexts texts={texts} {...shared} />
      <OpenData
        slug={campaign.slug}
        title={questionnaire.title[locale]}
        day={results.day}
        locale={locale}
      />
    </div>
  );
}

/** Before: when, in a plain sentence, and what one may do meanwhile. */
async function NotYet({ current, at }: { current: Campaign | null; at: Date }) {
  const [t, language] = await Promise.all([getTranslations("surveyResults"), getLocale()]);
  const locale = localeOf(language);
  const today = dayOf(at, current?.timeZone ?? "UTC");
  const sentence = () => {
    if (current?.state === "open") {
      const last = dayOf(new Date(current.closesAt.getTime() - 1), current.timeZone);
      return t("soonAfter", { day: formatDay(last, locale, today) });
    }
    return current && current.state !== "to_come" ? t("soonClosed") : t("soonNone");
  };
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} />
      <EmptyState title={t("soonTitle")}>
        <p>{sentence()}</p>
        <a className="btn btn-primary" href="/enquete">
          {t("answer")}
        </a>
        <a className="btn btn-secondary" href="/enquete/contact">
          {t("hear")}
        </a>
      </EmptyState>
    </div>
  );
}
