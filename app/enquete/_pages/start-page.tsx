import { getLocale, getTranslations } from "next-intl/server";
import { ProofField } from "@/components/surveys/proof-field";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { findComingCampaign } from "@/lib/surveys/campaigns/queries";
import type { Campaign } from "@/lib/surveys/campaigns/schema";
import { progressOf } from "@/lib/surveys/progress/rules";
import { hasResults } from "@/lib/surveys/publications/queries";
import { resumeDraftAction, startDraftAction } from "../actions";

type Props = { isFramed: boolean; source: string | undefined };

/** The way in: what it is for, how long it takes, what becomes of the answers, one button. */
export async function StartPage({ isFramed, source }: Props) {
  const at = now();
  const campaign = await findComingCampaign(at);
  if (campaign?.state !== "open") return <NotNow {...{ campaign, isFramed, at }} />;
  const [t, language] = await Promise.all([getTranslations("survey"), getLocale()]);
  const locale = localeOf(language);
  const { questionnaire, timeZone, closesAt } = campaign;
  const first = questionnaire.sections[0]?.id ?? "";
  const last = dayOf(new Date(closesAt.getTime() - 1), timeZone);
  const { steps, minutes } = progressOf(questionnaire, {}, first);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={questionnaire.title[locale]}
        lead={(campaign.texts.lead ?? questionnaire.intro)[locale]}
      />
      <ul className="survey-facts">
        <li>{t("start.steps", { steps, minutes })}</li>
        <li>{t("start.until", { day: formatDay(last, locale, dayOf(at, timeZone)) })}</li>
        <li>{t("start.anonymous")}</li>
        <li>{t("start.free")}</li>
        {isFramed ? null : (
          <li>
            <a
              href={
                source ? `/enquete/papier?src=${encodeURIComponent(source)}` : "/enquete/papier"
              }
            >
              {t("start.paper")}
            </a>
          </li>
        )}
      </ul>
      <ActionForm
        action={startDraftAction}
        hidden={{ campaign: campaign.slug, source, framed: isFramed ? "1" : undefined }}
        className="grid gap-4"
      >
        <ProofField
          question={t("start.proof", { first: "{first}", second: "{second}" })}
          working={t("start.proofWorking")}
        />
        <div>
          <SubmitButton className="btn btn-primary btn-lg" pending={t("start.going")}>
            {t("start.go")}
          </SubmitButton>
        </div>
      </ActionForm>
      {isFramed ? null : <Resume />}
      <PastResults {...{ at, isFramed, state: campaign.state }} />
      <section className="rule prose" aria-labelledby="donnees">
        <h2 id="donnees">{t("start.dataTitle")}</h2>
        <p>{t("start.dataLead")}</p>
        <p>{t("start.dataBack")}</p>
        <p>{t("start.contact", { email: campaign.contactEmail })}</p>
      </section>
    </div>
  );
}

/** What was answered before, once it is published; where the page is not about these very results. */
async function PastResults({
  at,
  isFramed,
  state,
}: Omit<NotNowProps, "campaign"> & { state: string }) {
  if (isFramed || state === "published" || !(await hasResults(at))) return null;
  const t = await getTranslations("surveyResults");
  return (
    <p>
      <a href="/enquete/resultats">{t("link")}</a>
    </p>
  );
}

async function Resume() {
  const t = await getTranslations("survey");
  return (
    <section className="rule" aria-labelledby="reprendre">
      <h2 id="reprendre">{t("resume.title")}</h2>
      <ActionForm action={resumeDraftAction} className="mt-4 grid gap-4">
        <TextField name="code" label={t("resume.code")} hint={t("resume.hint")} maxLength={400} />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("resume.going")}>
            {t("resume.go")}
          </SubmitButton>
        </div>
      </ActionForm>
      <p className="mt-4">
        <a href="/enquete/retirer">{t("resume.takeBack")}</a>
      </p>
    </section>
  );
}

type NotNowProps = { campaign: Campaign | null; isFramed: boolean; at: Date };

/** To come, over, results soon or there, or none at all: said in a sentence, with where to go. */
async function NotNow({ campaign, isFramed, at }: NotNowProps) {
  const [t, results, language] = await Promise.all([
    getTranslations("survey.closed"),
    getTranslations("surveyResults"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const known = campaign?.state;
  const state = known === undefined || known === "draft" || known === "open" ? "none" : known;
  const day = (instant: Date) => formatDay(dayOf(instant, campaign?.timeZone ?? "UTC"), locale);
  const told = {
    opens: campaign ? day(campaign.opensAt) : "",
    closed: campaign ? day(new Date(campaign.closesAt.getTime() - 1)) : "",
    email: campaign?.contactEmail ?? "",
  };
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} />
      <EmptyState title={t(`${state}.title`, told)}>
        <p>{closingOf(campaign, locale) ?? t(`${state}.lead`, told)}</p>
        {isFramed ? null : (
          <a
            className="btn btn-secondary"
            href={state === "published" ? "/enquete/resultats" : "/lieux"}
          >
            {state === "published" ? results("read") : t("places")}
          </a>
        )}
        <PastResults {...{ at, isFramed, state }} />
      </EmptyState>
    </div>
  );
}

/** What a campaign says of its own once it is over, in place of what is said of any. */
function closingOf(campaign: Campaign | null, locale: Locale): string | undefined {
  const isOver = campaign?.state === "closed" || campaign?.state === "published";
  return isOver ? campaign.texts.closing?.[locale] : undefined;
}
