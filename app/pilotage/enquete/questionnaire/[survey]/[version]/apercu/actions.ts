"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { previewPages } from "@/components/questionnaires/addresses";
import { problemWords } from "@/components/surveys/refusals";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { localeOf } from "@/lib/core/locale";
import { ok, refuse } from "@/lib/core/result";
import { listCommuneChoices, listNamedCommunes } from "@/lib/surveys/answers/queries";
import type { Problem } from "@/lib/surveys/answers/schema";
import { fieldOf, rawAnswersOf } from "@/lib/surveys/forms/rules";
import { carried, carriedAnswers } from "@/lib/surveys/previews/rules";
import { previewStepInput } from "@/lib/surveys/previews/schema";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { stepOutcome } from "@/lib/surveys/steps/rules";
import { getVersion } from "@/lib/surveys/versions/queries";
import { formAction } from "@/lib/web/form-action";

/** A step of a preview: judged as the survey judges it, carried on by the address, stored nowhere. */
export const previewStepAction = formAction({
  name: "questionnaire-preview",
  input: previewStepInput,
  run: async (actor: Actor, { survey, version, campaign: _, section, given, shown, ...values }) => {
    const { questionnaire } = await getVersion(actor, { survey, version });
    const [named, communes] = await Promise.all([listNamedCommunes(), listCommuneChoices()]);
    const own = questionnaire.sections.find(({ id }) => id === section)?.questions ?? [];
    const raw = rawAnswersOf(own, values, named);
    const before = carriedAnswers(given);
    const outcome = stepOutcome(questionnaire, { section, before, raw, shown }, communes);
    if (!outcome) throw new NotFound();
    const { problems, answers, asked, next } = outcome;
    if (problems.length > 0) return refuse("problems", { problems, questionnaire });
    return ok({ next, asked, given: carried(questionnaire, answers) });
  },
  done: ({ next, asked, given }, { survey, version, campaign, section, language }) => {
    const pages = previewPages({ survey, version, campaign });
    const to = asked.length > 0 ? section : (next ?? "fin");
    return { redirect: pages.step(to, given, language) };
  },
  refused: async ({ data }) => {
    const [t, language] = await Promise.all([getTranslations("survey"), getLocale()]);
    const { problems, questionnaire } = data as {
      problems: Problem[];
      questionnaire: Questionnaire;
    };
    const label = (id: string) => questionOf(questionnaire, id)?.label[localeOf(language)] ?? id;
    return {
      message: t("step.toMend", { count: problems.length }),
      fields: Object.fromEntries(
        problems.map((problem) => [
          fieldOf(problem.question),
          problemWords(problem, label(problem.question), t),
        ]),
      ),
    };
  },
});
