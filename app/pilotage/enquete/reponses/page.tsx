import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CampaignPicks } from "@/components/survey-answers/campaign-picks";
import { ReadersSection } from "@/components/survey-answers/readers-section";
import { ResponseLines } from "@/components/survey-answers/response-lines";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { addDays, dayOf } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { listResponseLines, responsesOfPage } from "@/lib/surveys/raw-answers/queries";
import { type Access, listAccess, listReaders } from "@/lib/surveys/readers/queries";
import { longestReading } from "@/lib/surveys/readers/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { nameReaderAction, withdrawReaderAction } from "./actions";

type Query = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Query> };
const address = "/pilotage/enquete/reponses";
const doneKeys = { donne: "done.named", retire: "done.withdrawn" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveyAnswers"))("title") };
}

/** The list of answers for those named to read them; for administrators, who is. */
export default async function SurveyAnswersPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requirePerson(address), searchParams]);
  const at = now();
  const access = await orNotFound(listAccess(actor, at));
  const [t, common, campaigns, language] = await Promise.all([
    getTranslations("surveyAnswers"),
    getTranslations("common"),
    getTranslations("campaigns"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const chosen = chosenOf(access, query);
  const { campaign } = chosen;
  const page = Math.min(
    10_000,
    Math.max(1, Number.parseInt(String(query["page"] ?? "1"), 10) || 1),
  );
  const { fait } = query;
  const done = fait === "donne" || fait === "retire" ? doneKeys[fait] : null;
  const today = dayOf(at, campaign.timeZone);
  const answers = chosen.mayRead
    ? await orNotFound(listResponseLines(actor, campaign, page, at))
    : null;
  const readers = chosen.mayName ? await orNotFound(listReaders(actor, campaign, at)) : null;
  if (readers) noteViews(actor, { spaceId: null, screen: "survey_readers", people: readers });
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: campaigns("title"), href: "/pilotage/enquete" }, { label: t("title") }]}
      />
      {done ? (
        <Message tone="ok" role="status">
          {t(done)}
        </Message>
      ) : null}
      <CampaignPicks
        label={t("campaigns")}
        picks={access.map((each) => ({
          href: `${address}?campagne=${each.campaign.slug}`,
          isChosen: each.campaign.id === campaign.id,
          words: t("campaign", {
            year: dayOf(each.campaign.opensAt, each.campaign.timeZone).slice(0, 4),
            slug: each.campaign.slug,
          }),
        }))}
      />
      {answers ? (
        <ResponseLines
          {...answers}
          {...{ page, locale }}
          slug={campaign.slug}
          ofPage={responsesOfPage}
        />
      ) : (
        <p>{t("notNamed")}</p>
      )}
      {readers ? (
        <ReadersSection
          slug={campaign.slug}
          readers={readers}
          first={today}
          last={addDays(today, longestReading)}
          locale={locale}
          name={nameReaderAction}
          withdraw={withdrawReaderAction}
        />
      ) : null}
    </div>
  );
}

/** The campaign asked for, else the first of which they may read answers, else the first. */
function chosenOf(access: Access[], query: Query): Access {
  const asked = access.find(({ campaign }) => campaign.slug === query["campagne"]);
  const chosen = asked ?? access.find(({ mayRead }) => mayRead) ?? access[0];
  if (!chosen) throw new Error("a list of access is never empty");
  return chosen;
}
