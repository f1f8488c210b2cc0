"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { versionPages } from "@/components/questionnaires/addresses";
import { versionRefusalKeys } from "@/components/questionnaires/refusals";
import type { Actor } from "@/lib/core/actor";
import { type Refused, refuse } from "@/lib/core/result";
import { conditionIn } from "@/lib/surveys/edits/conditions/rules";
import {
  conditionLineForm,
  conditionLinesForm,
  writtenConditionForm,
} from "@/lib/surveys/edits/conditions/schema";
import {
  introForm,
  listForm,
  newQuestionForm,
  newSectionForm,
  orderForm,
  questionForm,
  removalForm,
  restoreForm,
  sectionForm,
} from "@/lib/surveys/edits/forms/schema";
import type { Target } from "@/lib/surveys/edits/schema";
import { editVersion, restoreVersion } from "@/lib/surveys/versions/commands";
import type { VersionRefusal } from "@/lib/surveys/versions/schema";
import { formAction, type RefusalWords } from "@/lib/web/form-action";

type Read = { survey: string; version: number };

const saved = "?fait=1";
const versionPage = ({ survey }: Read, version: number) => versionPages({ survey, version });

/** The page of what a condition shows or hides, in the version it went into. */
function pageOf(read: Read, version: number, target: Target): string {
  const pages = versionPage(read, version);
  return "question" in target ? pages.question(target.question) : pages.section(target.section);
}

/** The refusal in words; the page then sends what is stored now, and a draft that exists is linked. */
async function refusedWords(
  { refusal, data }: Refused<VersionRefusal | "unreadable_condition">,
  { survey }: Read,
): Promise<RefusalWords> {
  const t = await getTranslations("questionnaires");
  if (refusal === "changed_since") {
    revalidatePath("/pilotage/enquete/questionnaire/[survey]/[version]", "layout");
  }
  if (refusal !== "draft_exists") {
    return { message: t(versionRefusalKeys[refusal], { version: 0 }) };
  }
  const draft = (data as { version: number }).version;
  const href = versionPages({ survey, version: draft }).version;
  return {
    message: t(versionRefusalKeys[refusal], { version: draft }),
    data: { alternatives: [{ href, label: t("openDraft", { draft }) }] },
  };
}

export const wordIntroAction = formAction({
  name: "questionnaire-intro",
  input: introForm,
  run: editVersion,
  done: ({ version }, read) => ({ redirect: `${versionPage(read, version).version}${saved}` }),
  refused: refusedWords,
});

export const addSectionAction = formAction({
  name: "questionnaire-add-section",
  input: newSectionForm,
  run: editVersion,
  done: ({ version }, read) => ({ redirect: `${versionPage(read, version).version}${saved}` }),
  refused: refusedWords,
});

export const addQuestionAction = formAction({
  name: "questionnaire-add-question",
  input: newQuestionForm,
  run: editVersion,
  done: ({ version }, { survey, edit }) => ({
    redirect: `${versionPages({ survey, version }).version}${saved}#groupe-${"section" in edit ? edit.section : ""}`,
  }),
  refused: refusedWords,
});

export const orderAction = formAction({
  name: "questionnaire-order",
  input: orderForm,
  run: editVersion,
  done: ({ version }, { survey, edit }) => ({
    redirect: `${versionPages({ survey, version }).version}#${"question" in edit ? `question-${edit.question}` : `groupe-${"section" in edit ? edit.section : ""}`}`,
  }),
  refused: refusedWords,
});

export const removeAction = formAction({
  name: "questionnaire-remove",
  input: removalForm,
  run: editVersion,
  done: ({ version }, read) => ({ redirect: `${versionPage(read, version).version}${saved}` }),
  refused: refusedWords,
});

export const wordSectionAction = formAction({
  name: "questionnaire-section",
  input: sectionForm,
  run: editVersion,
  done: ({ version }, { survey, edit }) => ({
    redirect: `${pageOf({ survey, version }, version, { section: "section" in edit ? edit.section : "" })}${saved}`,
  }),
  refused: refusedWords,
});

export const changeQuestionAction = formAction({
  name: "questionnaire-question",
  input: questionForm,
  run: editVersion,
  done: ({ version }, { survey, edit }) => ({
    redirect: `${pageOf({ survey, version }, version, { question: "question" in edit ? edit.question : "" })}${saved}`,
  }),
  refused: refusedWords,
});

export const changeListAction = formAction({
  name: "questionnaire-list",
  input: listForm,
  run: editVersion,
  done: ({ version }, { survey, edit }) => ({
    redirect: `${pageOf({ survey, version }, version, { question: "question" in edit ? edit.question : "" })}${saved}#${"list" in edit ? edit.list : ""}`,
  }),
  refused: refusedWords,
});

export const addConditionLineAction = formAction({
  name: "questionnaire-condition-line",
  input: conditionLineForm,
  run: editVersion,
  done: ({ version }, { survey, edit }) => ({
    redirect: `${pageOf({ survey, version }, version, "target" in edit ? edit.target : { question: "" })}${saved}#quand`,
  }),
  refused: refusedWords,
});

export const changeConditionLinesAction = formAction({
  name: "questionnaire-condition-lines",
  input: conditionLinesForm,
  run: editVersion,
  done: ({ version }, { survey, edit }) => ({
    redirect: `${pageOf({ survey, version }, version, "target" in edit ? edit.target : { question: "" })}${saved}#quand`,
  }),
  refused: refusedWords,
});

export const writeConditionAction = formAction({
  name: "questionnaire-condition",
  input: writtenConditionForm,
  run: async (actor: Actor, { condition: text, target, ...read }) => {
    const condition = text.trim() === "" ? null : conditionIn(text);
    if (condition === null && text.trim() !== "") return refuse("unreadable_condition" as const);
    return editVersion(actor, { ...read, edit: { kind: "condition_written", target, condition } });
  },
  done: ({ version }, { survey, target }) => ({
    redirect: `${pageOf({ survey, version }, version, target)}${saved}#quand`,
  }),
  refused: async (refused, read) => {
    const words = await refusedWords(refused, read);
    return refused.refusal === "unreadable_condition"
      ? { ...words, fields: { condition: words.message } }
      : words;
  },
});

export const restoreAction = formAction({
  name: "questionnaire-restore",
  input: restoreForm,
  run: restoreVersion,
  done: ({ version }, read) => ({ redirect: `${versionPage(read, version).version}${saved}` }),
  refused: refusedWords,
});
