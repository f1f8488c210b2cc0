import { randomBytes } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { OwnTurnoutSection } from "@/components/turnout/own-turnout";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { findCurrentCampaign, getCampaign } from "@/lib/surveys/campaigns/queries";
import type { Campaign } from "@/lib/surveys/campaigns/schema";
import { getDesk } from "@/lib/surveys/desks/queries";
import type { DeskAddress } from "@/lib/surveys/desks/schema";
import { surveyCode } from "@/lib/surveys/drafts/schema";
import { lastDaysOf } from "@/lib/surveys/entries/rules";
import { findReceipt } from "@/lib/surveys/responses/queries";
import { findOwnTurnout } from "@/lib/surveys/turnout/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { deskPage } from "./desk-page";
import { EntryForm } from "./entry-form";
import { ReceiptSlip } from "./receipt-slip";

export type EntryParameters = Record<string, string | string[] | undefined>;
type Crumb = { label: string; href: string };
type Props = { address: DeskAddress; crumbs: Crumb[]; parameters: EntryParameters };

/** Entry of the survey for others: a whole sheet, or step by step; then the receipt, and the next. */
export async function EntryPage({ address, crumbs, parameters }: Props) {
  const at = now();
  const page = deskPage(address);
  const actor = await requirePerson(page);
  const desk = await orNotFound(getDesk(actor, address));
  const [t, common, asked] = await Promise.all([
    getTranslations("paper.entry"),
    getTranslations("common"),
    parameters["campagne"],
  ]);
  const campaign =
    typeof asked === "string"
      ? await orNotFound(getCampaign(actor, asked, at))
      : await findCurrentCampaign(at);
  const title = desk.name ? t("titleAt", { name: desk.name }) : t("title");
  const head = (
    <div className="no-print">
      <PageHead
        title={title}
        crumbsLabel={common("breadcrumb")}
        crumbs={[...crumbs, { label: t("title") }]}
      />
    </div>
  );
  if (!campaign) {
    return (
      <div className="wrap max-w-[52rem]">
        {head}
        <EmptyState title={t("none")}>
          <a href="/enquete/papier">{t("sheets")}</a>
        </EmptyState>
      </div>
    );
  }
  const code = surveyCode.safeParse(parameters["recu"]).data;
  const receipt = code && (await findReceipt(actor, code, at));
  const turnout = await orNotFound(findOwnTurnout(actor, address, campaign.slug, at));
  return (
    <div className="wrap max-w-[52rem]">
      {head}
      {code && receipt ? (
        <ReceiptSlip code={code} next={`${page}?campagne=${receipt.campaign.slug}`} />
      ) : (
        <>
          <EntryFacts campaign={campaign} at={at} source={desk.source?.code ?? "papier"} />
          {turnout ? <OwnTurnoutSection turnout={turnout} /> : null}
          <EntryForm
            {...{ desk, campaign, at, page }}
            code={randomBytes(16).toString("base64url")}
            isStepByStep={parameters["facon"] === "pas-a-pas"}
          />
        </>
      )}
    </div>
  );
}

type FactsProps = { campaign: Campaign; at: Date; source: string };

/** Which sheets, until when, what stays apart and what is kept of whoever enters them. */
async function EntryFacts({ campaign, at, source }: FactsProps) {
  const [t, language] = await Promise.all([getTranslations("paper.entry"), getLocale()]);
  const days = lastDaysOf(campaign);
  const today = dayOf(at, campaign.timeZone);
  const day = (each: typeof days.answers) => formatDay(each, localeOf(language), today);
  const version = String(campaign.questionnaire.version);
  return (
    <ul className="survey-facts">
      <li>{t("version", { version, campaign: campaign.slug })}</li>
      <li>{t("until", { last: day(days.answers), sheets: day(days.sheets) })}</li>
      <li>
        {t("contact")} <a href="/enquete/contact">{t("contactLink")}</a>
      </li>
      <li>{t("journal")}</li>
      <li>
        <a href={`/enquete/papier?campagne=${campaign.slug}&src=${source}`}>{t("sheets")}</a>
      </li>
    </ul>
  );
}
