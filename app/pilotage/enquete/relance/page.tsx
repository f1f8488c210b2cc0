import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReminderTexts } from "@/components/reminders/reminder-texts";
import { sourceWords } from "@/components/surveys/source-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SelectField } from "@/components/ui/select-field";
import { isStaff } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { type Locale, locales } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { findChosenCampaign } from "@/lib/surveys/campaigns/choices/queries";
import type { Campaign } from "@/lib/surveys/campaigns/schema";
import { lastDaysOf } from "@/lib/surveys/entries/rules";
import { progressOf } from "@/lib/surveys/progress/rules";
import { listSources } from "@/lib/surveys/sources/queries";
import { requirePerson } from "@/lib/web/session";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paper.reminders"))("title") };
}

/** Texts to remind people with, by commune: what is printed, mailed, posted. */
export default async function RemindersPage({ searchParams }: Props) {
  const actor = await requirePerson("/pilotage/enquete/relance");
  if (!isStaff(actor)) notFound();
  const at = now();
  const { src, campagne } = await searchParams;
  const [t, common, reports, campaigns, campaign] = await Promise.all([
    getTranslations("paper.reminders"),
    getTranslations("common"),
    getTranslations("reports"),
    getTranslations("campaigns"),
    findChosenCampaign(campagne, at),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: reports("pageTitle"), href: "/pilotage" },
          { label: campaigns("title"), href: "/pilotage/enquete" },
          { label: t("title") },
        ]}
      />
      {campaign ? (
        <Kit campaign={campaign} asked={typeof src === "string" ? src : undefined} at={at} />
      ) : (
        <EmptyState title={t("none")}>
          <a href="/pilotage/enquete">{campaigns("title")}</a>
        </EmptyState>
      )}
    </div>
  );
}

type KitProps = { campaign: Campaign; asked: string | undefined; at: Date };

async function Kit({ campaign, asked, at }: KitProps) {
  const [t, paper, sources] = await Promise.all([
    getTranslations("paper.reminders"),
    getTranslations("paper"),
    listSources(campaign.partners),
  ]);
  const chosen = sources.find((each) => each.code === asked);
  const code = chosen?.code ?? "site";
  const name = sourceWords(chosen ?? { code, kind: "own", name: "" }, paper);
  return (
    <>
      {campaign.state === "open" ? null : <Message tone="warn">{t("notOpen")}</Message>}
      <form method="get" action="/pilotage/enquete/relance" className="panel mt-4 grid gap-4">
        <input type="hidden" name="campagne" value={campaign.slug} />
        <SelectField
          name="src"
          label={t("source")}
          options={sources.map((each) => ({ value: each.code, label: sourceWords(each, paper) }))}
          defaultValue={code}
        />
        <div>
          <button type="submit" className="btn btn-secondary">
            {t("show")}
          </button>
        </div>
      </form>
      <p role="status" className="mt-4">
        {t("for", { source: name })} {t("copy")}
      </p>
      <p className="mt-3">
        <a href={`/enquete/papier?src=${code}`}>{t("posters", { source: name })}</a>
      </p>
      {locales.map((locale) => (
        <ReminderTexts key={locale} locale={locale} facts={factsOf(campaign, code, locale, at)} />
      ))}
    </>
  );
}

function factsOf(campaign: Campaign, code: string, locale: Locale, at: Date) {
  const { questionnaire, timeZone, contactEmail } = campaign;
  const origin = env().NEXTAUTH_URL;
  const first = questionnaire.sections[0]?.id ?? "";
  return {
    minutes: progressOf(questionnaire, {}, first).minutes,
    day: formatDay(lastDaysOf(campaign).answers, locale, dayOf(at, timeZone)),
    address: `${origin}/enquete?src=${code}`,
    paper: `${origin}/enquete/papier?src=${code}`,
    email: contactEmail,
  };
}
