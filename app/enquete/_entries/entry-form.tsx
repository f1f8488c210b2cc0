import { getLocale, getTranslations } from "next-intl/server";
import { SheetFields } from "@/components/entries/sheet-fields";
import { WhileOpen } from "@/components/entries/while-open";
import { sourceWords } from "@/components/surveys/source-words";
import { ActionForm } from "@/components/ui/action-form";
import { ChoiceList } from "@/components/ui/choice-list";
import { Message } from "@/components/ui/message";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { localeOf, locales } from "@/lib/core/locale";
import { listNamedCommunes } from "@/lib/surveys/answers/queries";
import type { Campaign } from "@/lib/surveys/campaigns/schema";
import { type Desk, deskText } from "@/lib/surveys/desks/schema";
import { entryStateAt } from "@/lib/surveys/entries/rules";
import { entryModes } from "@/lib/surveys/entries/schema";
import { listSources } from "@/lib/surveys/sources/queries";
import { elsewhereWords } from "../_pages/elsewhere";
import { beginEntryAction, enterSheetAction } from "./actions";
import { sheetSections } from "./sheet-sections";

type Props = {
  desk: Desk;
  campaign: Campaign;
  at: Date;
  page: string;
  code: string;
  isStepByStep: boolean;
};

/** The sheet on one page, or the way into its steps. */
export async function EntryForm({ desk, campaign, at, page, code, isStepByStep }: Props) {
  const t = await getTranslations("paper.entry");
  const state = entryStateAt(campaign, "paper", at);
  const closed = state === "open" ? null : <Message tone="warn">{t(`refusals.${state}`)}</Message>;
  const hidden = { desk: deskText(desk.address), campaign: campaign.slug };
  const other = `${page}?campagne=${campaign.slug}${isStepByStep ? "" : "&facon=pas-a-pas"}`;
  return (
    <>
      <p className="my-4">
        <a href={other}>{t(isStepByStep ? "whole" : "stepByStep")}</a>
      </p>
      {isStepByStep ? (
        <ActionForm action={beginEntryAction} hidden={hidden} className="grid gap-4">
          <WhileOpen isOpen={state === "open"} closed={closed}>
            <p>{t("stepByStepLead")}</p>
            <HowFields desk={desk} campaign={campaign} />
            <div>
              <SubmitButton className="btn btn-primary btn-lg" pending={t("beginning")}>
                {t("begin")}
              </SubmitButton>
            </div>
          </WhileOpen>
        </ActionForm>
      ) : (
        <ActionForm action={enterSheetAction} hidden={hidden} className="survey-form sheet-form">
          <WhileOpen isOpen={state === "open"} closed={closed}>
            <HowFields desk={desk} campaign={campaign} />
            <Questions campaign={campaign} code={code} />
            <label className="option sheet-blank">
              <input type="checkbox" name="blank" value="1" />
              <span>{t("blank")}</span>
            </label>
            <div className="survey-go">
              <SubmitButton className="btn btn-primary btn-lg" pending={t("sending")}>
                {t("send")}
              </SubmitButton>
            </div>
          </WhileOpen>
        </ActionForm>
      )}
    </>
  );
}

/** From whom or what, in which language, and for staff handed in where. */
async function HowFields({ desk, campaign }: Pick<Props, "desk" | "campaign">) {
  const [t, paper, language, sources] = await Promise.all([
    getTranslations("paper.entry"),
    getTranslations("paper"),
    getLocale(),
    desk.source ? [] : listSources(campaign.partners),
  ]);
  const offered = sources.filter(({ kind, code }) => kind !== "own" || code === "papier");
  return (
    <section aria-labelledby="comment" className="sheet-how">
      <h2 id="comment">{t("how")}</h2>
      <ChoiceList
        name="mode"
        legend={t("mode")}
        options={entryModes.map((value) => ({
          value,
          label: t(`modes.${value}`),
          hint: t(`modeHints.${value}`),
        }))}
        defaultValue="paper"
      />
      <SelectField
        name="language"
        label={t("language")}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
        defaultValue={localeOf(language)}
      />
      {offered.length > 0 ? (
        <SelectField
          name="source"
          label={t("source")}
          options={offered.map((each) => ({ value: each.code, label: sourceWords(each, paper) }))}
          defaultValue="papier"
        />
      ) : null}
    </section>
  );
}

async function Questions({ campaign, code }: Pick<Props, "campaign" | "code">) {
  const [paper, survey, language, communes, elsewhere] = await Promise.all([
    getTranslations("paper"),
    getTranslations("survey.step"),
    getLocale(),
    listNamedCommunes(),
    elsewhereWords(),
  ]);
  const locale = localeOf(language);
  const names = new Map([
    ...communes.map(({ insee, name }) => [insee, name] as const),
    ...elsewhere.map(({ value, label }) => [value, label] as const),
  ]);
  const sections = sheetSections(campaign.questionnaire, {
    ...{ t: paper, locale, place: (value: string) => names.get(value) ?? value },
    between: (bounds) => survey("between", bounds),
  });
  return (
    <SheetFields
      sections={sections}
      communes={communes}
      code={code}
      words={{
        optional: survey("optional"),
        noOpinion: survey("noOpinion"),
        communeHint: survey("communeHint"),
        communeOther: survey("communeOther"),
        communeWritten: survey("communeWritten"),
        communeMeant: survey("communeMeant"),
        otherCommunes: survey("otherCommunes"),
        charactersLeft: survey("charactersLeft", { count: "{count}" }),
        elsewhere,
      }}
    />
  );
}
