import { ok, type Result, refuse } from "@/lib/core/result";
import type { CampaignState } from "../campaigns/schema";
import type { Question, Questionnaire } from "../questionnaires/schema";
import type { AmendRefusal, Difference, DifferenceKind } from "./schema";

/** Whether a campaign that stands so may move to a later version: once ready, until it is over. */
export function mayAmend(state: CampaignState): boolean {
  return state === "to_come" || state === "open";
}

/** Refuses `not_now` but of a campaign to come or open, `not_later` for a version before its own. */
export function decideAmendment(
  { state, version }: { state: CampaignState; version: number },
  wanted: number,
): Result<null, AmendRefusal> {
  if (!mayAmend(state)) return refuse("not_now");
  return wanted < version ? refuse("not_later") : ok(null);
}

/**
 * Whether answers given under `before` mean the same under `after`, and what was good enough then is now:
 * words, help and the order of choices may change, a choice may come after the others, nothing more.
 */
export function keepsMeaning(before: Questionnaire, after: Questionnaire): boolean {
  return differenceOf(before, after) === null;
}

/** The first thing by which `after` does not keep the meaning of `before`, in the order it is asked. */
export function differenceOf(before: Questionnaire, after: Questionnaire): Difference | null {
  const { sections } = before;
  if (!isSame(idsOf(sections), idsOf(after.sections))) {
    const moved = sections.find(({ id }, index) => after.sections[index]?.id !== id);
    const label = (moved ?? after.sections[sections.length])?.title ?? before.title;
    return { kind: "sections", label };
  }
  for (const [index, section] of sections.entries()) {
    const other = after.sections[index] ?? section;
    const found = sectionDifference(section, other);
    if (found) return found;
  }
  const minimum = ({ completion }: Questionnaire) => completion.minimumToCount.toSorted();
  return isSame(minimum(before), minimum(after)) ? null : { kind: "minimum", label: before.title };
}

type Section = Questionnaire["sections"][number];

function sectionDifference(before: Section, after: Section): Difference | null {
  if (!isSame(before.showIf, after.showIf)) {
    return { kind: "section_condition", label: before.title };
  }
  const [was, will] = [idsOf(before.questions), idsOf(after.questions)];
  const gone = before.questions.find(({ id }) => !will.includes(id));
  if (gone) return { kind: "question_gone", label: gone.label };
  const added = after.questions.find(({ id }) => !was.includes(id));
  if (added) return { kind: "question_added", label: added.label };
  for (const [index, question] of before.questions.entries()) {
    const { label } = question;
    const other = after.questions[index];
    if (other?.id !== question.id) return { kind: "question_order", label };
    const kind = questionDifference(question, other);
    if (kind) return { kind, label };
  }
  return null;
}

function questionDifference(before: Question, after: Question): DifferenceKind | null {
  if (before.type !== after.type) return "type";
  if (!isSame(before.showIf, after.showIf)) return "condition";
  if (after.required && !before.required) return "required";
  for (const name of choiceLists) {
    const kind = choiceDifference(listedIn(before, name), listedIn(after, name), name);
    if (kind) return kind;
  }
  return isNoStricter(before, after) ? null : "bounds";
}

const choiceLists = ["options", "rows", "columns", "scale"] as const;
type ListName = (typeof choiceLists)[number];
type Choice = { value: string; label: { fr: string; en: string } };

function listedIn(question: Question, name: ListName): readonly Choice[] {
  return (question as { [list in ListName]?: readonly Choice[] })[name] ?? [];
}

function choiceDifference(
  before: readonly Choice[],
  after: readonly Choice[],
  name: ListName,
): DifferenceKind | null {
  for (const choice of before) {
    const other = after.find(({ value }) => value === choice.value);
    if (!other) return "choice_gone";
    if (!isSame(without(choice, ["label"]), without(other, ["label"]))) return "choice_meaning";
    // The words of another choice: what was ticked under it would be read as its contrary.
    if (before.some((each) => each !== choice && isCalled(each, other))) return "choice_meaning";
  }
  if (after.length === before.length) return null;
  // Of a grid every cell is asked: a line more is a question more.
  if (name !== "options") return "choice_added";
  const known = new Set(before.map(({ value }) => value));
  const isAtTheEnd = after.slice(0, before.length).every(({ value }) => known.has(value));
  return isAtTheEnd ? null : "choice_place";
}

function isCalled(one: Choice, other: Choice): boolean {
  return one.label.fr === other.label.fr || one.label.en === other.label.en;
}

/** Limits that may be widened; all else of a question but its words stays as it is. */
const atMost = ["max", "maxChoices", "maxLength"];
const atLeast = ["min", "minChoices"];
const compared = [...choiceLists, "label", "help", "required", "showIf", "suggest"];

function isNoStricter(before: Question, after: Question): boolean {
  const limit = (question: Question, name: string, otherwise: number) => {
    const given = (question as Record<string, unknown>)[name];
    return typeof given === "number" ? given : otherwise;
  };
  const most = (question: Question, name: string) => limit(question, name, Infinity);
  const least = (question: Question, name: string) => limit(question, name, -Infinity);
  const rest = (question: Question) => without(question, [...compared, ...atMost, ...atLeast]);
  return (
    atMost.every((name) => most(after, name) >= most(before, name)) &&
    atLeast.every((name) => least(after, name) <= least(before, name)) &&
    isSame(rest(before), rest(after))
  );
}

function without(given: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
}

function idsOf(all: readonly { id: string }[]): string[] {
  return all.map(({ id }) => id);
}

/** The same whatever the order of keys; a key without a value is none. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(sorted);
  if (typeof given !== "object" || given === null) return given;
  const entries = Object.entries(given).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, sorted(value)]));
}
