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
import type { Edit, Target } from "@/lib/surveys/edits/schema";
import { type Edited, editVersion, restoreVersion } from "@/lib/surveys/versions/commands";
import type { VersionRefusal } from "@/lib/surveys/versions/schema";
import { formAction, type RefusalWords } from "@/lib/web/form-action";

type Read = { survey: string; version: number };
type EditRead = Read & { edit: Edit };

/**
 * The page to go on with: of what was edited, in the version it went into. With the revision in the
 * address, for one that is the same but for its anchor would not be read again.
 */
function pageAfter(
  { survey }: Read,
  { version, revision }: Edited,
  to: Target | null,
  anchor = "",
) {
  const pages = versionPages({ survey, version });
  const page = to && ("question" in to ? pages.question(to.question) : pages.section(to.section));
  return { redirect: `${page ?? pages.version}?fait=${revision}${anchor}` };
}

/** What an edit is about, where it is about one question or group. */
function targetOf(edit: Edit): Target | null {
  if ("target" in edit) return edit.target;
  if ("question" in edit) return { question: edit.question };
  return "section" in edit ? { section: edit.section } : null;
}

/** Where it stands in the outline of the whole. */
function anchorOf(edit: Edit): string {
  const target = targetOf(edit);
  if (!target) return "";
  return "question" in target ? `#question-${target.question}` : `#groupe-${target.section}`;
}

const toOutline = (edited: Edited, read: EditRead) =>
  pageAfter(read, edited, null, anchorOf(read.edit));
const toPiece = (edited: Edited, read: EditRead) => pageAfter(read, edited, targetOf(read.edit));
const toCondition = (edited: Edited, read: EditRead) =>
  pageAfter(read, edited, targetOf(read.edit), "#quand");

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
  done: (edited, read) => pageAfter(read, edited, null),
  refused: refusedWords,
});

export const addSectionAction = formAction({
  name: "questionnaire-add-section",
  input: newSectionForm,
  run: editVersion,
  done: (edited, read) => pageAfter(read, edited, null),
  refused: refusedWords,
});

export const addQuestionAction = formAction({
  name: "questionnaire-add-question",
  input: newQuestionForm,
  run: editVersion,
  done: toOutline,
  refused: refusedWords,
});

export const orderAction = formAction({
  name: "questionnaire-order",
  input: orderForm,
  run: editVersion,
  done: toOutline,
  refused: refusedWords,
});

export const removeAction = formAction({
  name: "questionnaire-remove",
  input: removalForm,
  run: editVersion,
  done: (edited, read) => pageAfter(read, edited, null),
  refused: refusedWords,
});

export const wordSectionAction = formAction({
  name: "questionnaire-section",
  input: sectionForm,
  run: editVersion,
  done: toPiece,
  refused: refusedWords,
});

export const changeQuestionAction = formAction({
  name: "questionnaire-question",
  input: questionForm,
  run: editVersion,
  done: toPiece,
  refused: refusedWords,
});

export const changeListAction = formAction({
  name: "questionnaire-list",
  input: listForm,
  run: editVersion,
  done: (edited, read) =>
    pageAfter(read, edited, targetOf(read.edit), "list" in read.edit ? `#${read.edit.list}` : ""),
  refused: refusedWords,
});

export const addConditionLineAction = formAction({
  name: "questionnaire-condition-line",
  input: conditionLineForm,
  run: editVersion,
  done: toCondition,
  refused: refusedWords,
});

export const changeConditionLinesAction = formAction({
  name: "questionnaire-condition-lines",
  input: conditionLinesForm,
  run: editVersion,
  done: toCondition,
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
  done: (edited, read) => pageAfter(read, edited, read.target, "#quand"),
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
  done: (edited, read) => pageAfter(read, edited, null),
  refused: refusedWords,
});
