"use server";

import { getLocale, getTranslations } from "next-intl/server";
import {
  problemWords,
  startRefusalKeys,
  stepRefusalKeys,
  takeBackRefusalKeys,
} from "@/components/surveys/refusals";
import { surveyAddress } from "@/components/surveys/survey-address";
import type { Actor } from "@/lib/core/actor";
import { localeOf } from "@/lib/core/locale";
import { ok, type Result, refuse } from "@/lib/core/result";
import { listNamedCommunes } from "@/lib/surveys/answers/queries";
import type { Problem } from "@/lib/surveys/answers/schema";
import { sealCarried } from "@/lib/surveys/carried/queries";
import { carryAnswersInput } from "@/lib/surveys/carried/schema";
import { keepStep, type StepKept, startDraft } from "@/lib/surveys/drafts/commands";
import { findDraft } from "@/lib/surveys/drafts/queries";
import {
  codeInput,
  keepStepInput,
  type StepRefusal,
  startDraftInput,
} from "@/lib/surveys/drafts/schema";
import { fieldOf, rawAnswersOf } from "@/lib/surveys/forms/rules";
import { takeBackResponse } from "@/lib/surveys/responses/commands";
import { findReceipt } from "@/lib/surveys/responses/queries";
import { forgetCarried, keepCarried } from "@/lib/web/carried-answers";
import { formAction } from "@/lib/web/form-action";
import { callerNetwork } from "@/lib/web/session";

export const startDraftAction = formAction({
  name: "survey-start",
  input: startDraftInput,
  run: async (actor: Actor, { campaign, source, challenge, solution, answer }) => {
    const [locale, network] = await Promise.all([getLocale(), callerNetwork()]);
    const proof = challenge ? { challenge, solution, answer } : undefined;
    const given = { campaign, source, locale: localeOf(locale), network, proof };
    const started = await startDraft(actor, given);
    if (!started.ok) return started;
    const draft = await findDraft(actor, started.value.code);
    const first = draft?.campaign.questionnaire.sections[0]?.id ?? "";
    return { ok: true as const, value: { ...started.value, first } };
  },
  done: ({ code, first }, { framed }) => ({
    redirect: surveyAddress(framed === "1").step(code, first),
  }),
  refused: async ({ refusal, data }) => ({
    message: (await getTranslations("survey"))(startRefusalKeys[refusal]),
    data,
  }),
});

export const resumeDraftAction = formAction({
  name: "survey-resume",
  input: codeInput,
  run: async (actor: Actor, { code }) => {
    const draft = await findDraft(actor, code);
    return draft ? { ok: true as const, value: code } : refuse("unknown_draft" as const);
  },
  done: (code) => ({ redirect: surveyAddress(false).review(code) }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("survey"))(stepRefusalKeys[refusal]),
  }),
});

export const keepStepAction = formAction({
  name: "survey-step",
  // A class or a town hall answers from one address, each of them a step every half-minute.
  timesAMinute: 600,
  input: keepStepInput,
  run: async (
    actor: Actor,
    { code, section, shown, vers, ...values },
  ): Promise<Result<StepKept | "sent", StepRefusal | "problems">> => {
    const [draft, communes, language] = await Promise.all([
      findDraft(actor, code),
      listNamedCommunes(),
      getLocale(),
    ]);
    const own = draft?.campaign.questionnaire.sections.find(({ id }) => id === section);
    if (!draft || !own) return unlessSent(actor, code);
    const raw = rawAnswersOf(own.questions, values, communes);
    const kept = await keepStep(actor, { code, section, shown, raw, locale: localeOf(language) });
    if (!kept.ok && kept.refusal === "unknown_draft") return unlessSent(actor, code);
    if (!kept.ok || vers || kept.value.problems.length === 0) return kept;
    return refuse("problems" as const, { problems: kept.value.problems, questions: own.questions });
  },
  done: (kept, { code, section, framed, returns, vers }) => {
    const address = surveyAddress(framed === "1");
    if (kept === "sent") return { redirect: address.thanks(code) };
    const { next, previous, asked } = kept;
    if (vers) {
      const isRead = returns === "1" || previous === null;
      return { redirect: isRead ? address.review(code) : address.step(code, previous) };
    }
    const back = returns === "1" ? "&retour=1" : "";
    const [more] = asked;
    if (more) {
      return {
        redirect: `${address.step(code, section, `&de-plus=${asked.length}${back}`)}#${fieldOf(more)}`,
      };
    }
    const isOver = next === null || returns === "1";
    return { redirect: isOver ? address.review(code) : address.step(code, next) };
  },
  refused: async ({ refusal, data }) => {
    const [t, language] = await Promise.all([getTranslations("survey"), getLocale()]);
    if (refusal !== "problems") return { message: t(stepRefusalKeys[refusal]) };
    const { problems, questions } = data as {
      problems: Problem[];
      questions: { id: string; label: { fr: string; en: string } }[];
    };
    const label = (id: string) =>
      questions.find((each) => each.id === id)?.label[localeOf(language)];
    return {
      message: t("step.toMend", { count: problems.length }),
      fields: Object.fromEntries(
        problems.map((problem) => [
          fieldOf(problem.question),
          problemWords(problem, label(problem.question) ?? "", t),
        ]),
      ),
    };
  },
});

/** Another tab has sent the whole meanwhile: there is a receipt to show. */
async function unlessSent(actor: Actor, code: string) {
  const isSent = (await findReceipt(actor, code)) !== null;
  return isSent ? ok("sent" as const) : refuse("unknown_draft" as const);
}

export const takeBackResponseAction = formAction({
  name: "survey-take-back",
  input: codeInput,
  run: takeBackResponse,
  done: () => ({ redirect: "/enquete/retirer?fait=1" }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("survey"))(takeBackRefusalKeys[refusal]),
  }),
});

export const carryAnswersAction = formAction({
  name: "survey-carry",
  input: carryAnswersInput,
  run: async (actor: Actor, { code, keep }) => {
    const token = await sealCarried(actor, { code, keep, locale: localeOf(await getLocale()) });
    if (token) await keepCarried(token);
    else await forgetCarried();
    return ok(token !== null);
  },
  done: (isCarried) => ({
    redirect: isCarried
      ? `/connexion?suite=${encodeURIComponent("/mon-espace/profil/reprise")}`
      : "/connexion",
  }),
  refused: () => ({ message: "" }),
});
