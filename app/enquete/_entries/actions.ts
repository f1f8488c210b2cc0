"use server";

import { randomBytes } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { entryRefusalKeys } from "@/components/entries/refusals";
import { problemWords } from "@/components/surveys/refusals";
import { surveyAddress } from "@/components/surveys/survey-address";
import type { Actor } from "@/lib/core/actor";
import { localeOf } from "@/lib/core/locale";
import { listNamedCommunes } from "@/lib/surveys/answers/queries";
import { getCampaign } from "@/lib/surveys/campaigns/queries";
import { beginEntry, enterSheet } from "@/lib/surveys/entries/commands";
import { beginEntryInput, enterSheetInput, type Unread } from "@/lib/surveys/entries/schema";
import { fieldOf, rawAnswersOf } from "@/lib/surveys/forms/rules";
import { printedForm } from "@/lib/surveys/printed/rules";
import { formAction } from "@/lib/web/form-action";
import { deskPage } from "./desk-page";

export const enterSheetAction = formAction({
  name: "survey-sheet",
  input: enterSheetInput,
  run: async (actor: Actor, { desk, campaign, mode, language, source, code, blank, ...values }) => {
    const [asked, communes] = await Promise.all([
      getCampaign(actor, campaign),
      listNamedCommunes(),
    ]);
    const questions = asked.questionnaire.sections.flatMap((section) => section.questions);
    const raw = rawAnswersOf(questions, values, communes);
    const isBlank = blank === "1";
    return enterSheet(actor, { desk, campaign, mode, language, source, code, isBlank, raw });
  },
  done: (_value, { desk, campaign, code }) => ({
    redirect: `${deskPage(desk)}?campagne=${campaign}&recu=${code}`,
  }),
  refused: async ({ refusal, data }, { campaign }) => {
    const [t, survey, language] = await Promise.all([
      getTranslations("paper.entry"),
      getTranslations("survey"),
      getLocale(),
    ]);
    const { problems = [] } = (data ?? {}) as Partial<Unread>;
    const message = t(entryRefusalKeys[refusal], { count: problems.length });
    if (refusal === "code_used") {
      return { message, data: { code: randomBytes(16).toString("base64url") } };
    }
    if (problems.length === 0) return { message };
    const labels = await labelsOf(campaign, localeOf(language));
    return {
      message,
      fields: Object.fromEntries(
        problems.map((problem) => [
          fieldOf(problem.question),
          problemWords(problem, labels.get(problem.question) ?? "", survey),
        ]),
      ),
    };
  },
});

/** What each question of a sheet is called: its number and its sentence. */
async function labelsOf(slug: string, locale: "fr" | "en"): Promise<Map<string, string>> {
  const { questionnaire } = await getCampaign({ kind: "anonymous" }, slug);
  const questions = printedForm(questionnaire).flatMap((section) => section.questions);
  return new Map(
    questions.map(({ number, question }) => [question.id, `${number}. ${question.label[locale]}`]),
  );
}

export const beginEntryAction = formAction({
  name: "survey-entry",
  input: beginEntryInput,
  run: beginEntry,
  done: ({ code, first }) => ({ redirect: surveyAddress(false).step(code, first) }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("paper.entry"))(entryRefusalKeys[refusal], { count: 0 }),
  }),
});
