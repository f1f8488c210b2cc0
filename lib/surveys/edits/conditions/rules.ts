import { ok, type Result, refuse } from "@/lib/core/result";
import { type Condition, condition, type Questionnaire } from "../../questionnaires/schema";
import type { EditOf, EditRefusal, Leaf, Target } from "../schema";
import { withQuestion } from "../wording/rules";

type Edited = Result<Questionnaire, EditRefusal>;
const mostLines = 20;
/** Deeper than anybody reads. */
const deepest = 12;

/** A condition as lines of a form, joined by all or any; null for one written deeper than that. */
export type Lines = { how: "all" | "any"; leaves: Leaf[] };

/** The lines of a condition; none where there is no condition. */
export function linesOfCondition(given: Condition | undefined): Lines | null {
  if (!given) return { how: "all", leaves: [] };
  if ("q" in given) return { how: "all", leaves: [given] };
  if ("not" in given) return null;
  const [how, list] =
    "all" in given ? (["all", given.all] as const) : (["any", given.any] as const);
  const leaves = list.flatMap((each) => ("q" in each ? [each] : []));
  return leaves.length === list.length ? { how, leaves } : null;
}

/** The condition that lines say; undefined for none of them, a lone one without all or any. */
export function conditionOfLines({ how, leaves }: Lines): Condition | undefined {
  const [only, ...more] = leaves;
  if (!only) return undefined;
  if (more.length === 0) return only;
  return how === "all" ? { all: leaves } : { any: leaves };
}

/** The condition of a question or a group. */
export function conditionOf({ sections }: Questionnaire, target: Target): Condition | undefined {
  if ("section" in target) return sections.find(({ id }) => id === target.section)?.showIf;
  const questions = sections.flatMap((section) => section.questions);
  return questions.find(({ id }) => id === target.question)?.showIf;
}

/** One more line. Refuses `too_many` beyond twenty; one written deeper has no lines to add to. */
export function withLineAdded(
  questionnaire: Questionnaire,
  { target, leaf }: EditOf<"line_added">,
): Edited {
  const lines = linesOfCondition(conditionOf(questionnaire, target));
  if (!lines) return refuse("gone");
  if (lines.leaves.length >= mostLines) return refuse("too_many");
  const leaves = [...lines.leaves, leaf];
  return withCondition(questionnaire, target, conditionOfLines({ ...lines, leaves }));
}

/** Without the line of that number, counted from nought. */
export function withLineRemoved(
  questionnaire: Questionnaire,
  { target, index }: EditOf<"line_removed">,
): Edited {
  const lines = linesOfCondition(conditionOf(questionnaire, target));
  if (!lines?.leaves[index]) return refuse("gone");
  const leaves = lines.leaves.filter((_line, at) => at !== index);
  return withCondition(questionnaire, target, conditionOfLines({ ...lines, leaves }));
}

/** All the lines must hold from now on, or any. */
export function withLinesJoined(
  questionnaire: Questionnaire,
  { target, how }: EditOf<"lines_joined">,
): Edited {
  const lines = linesOfCondition(conditionOf(questionnaire, target));
  if (!lines) return refuse("gone");
  return withCondition(questionnaire, target, conditionOfLines({ ...lines, how }));
}

/** Another condition, or none. */
export function withCondition(
  questionnaire: Questionnaire,
  target: Target,
  showIf: Condition | undefined,
): Edited {
  if ("question" in target) {
    return withQuestion(questionnaire, target.question, (question) => without(question, showIf));
  }
  if (!questionnaire.sections.some(({ id }) => id === target.section)) return refuse("gone");
  const sections = questionnaire.sections.map((section) =>
    section.id === target.section ? without(section, showIf) : section,
  );
  return ok({ ...questionnaire, sections });
}

function without<Shown extends { showIf?: Condition | undefined }>(
  { showIf: _before, ...rest }: Shown,
  showIf: Condition | undefined,
) {
  return { ...rest, ...(showIf ? { showIf } : {}) } as Shown;
}

/** A condition written in the grammar of the questionnaire's file; null where it does not read. */
export function conditionIn(text: string): Condition | null {
  if (text.length > 4_000 || depthOf(text) > deepest) return null;
  try {
    return condition.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** How deep brackets stand in one another, those of texts too: too deep is refused either way. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const sign of text) {
    if (sign === "{" || sign === "[") depth += 1;
    if (sign === "}" || sign === "]") depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}
