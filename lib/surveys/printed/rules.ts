import { questionOf } from "../questionnaires/rules";
import type { Condition, Question, Questionnaire } from "../questionnaires/schema";
import type { Guard, PrintedCondition, PrintedSection } from "./schema";

type Numbered = {
  number: number;
  question: Question;
  section: Questionnaire["sections"][number];
};

/**
 * A questionnaire as a sheet asks it: its questions numbered through, each condition an instruction with
 * where to go on otherwise. Whoever follows them answers exactly what the same answers show on a screen.
 */
export function printedForm(questionnaire: Questionnaire): PrintedSection[] {
  const all = numbered(questionnaire);
  return questionnaire.sections.map((section) => {
    const own = all.filter((each) => each.section === section);
    const first = own[0]?.number ?? 1;
    const last = own.at(-1)?.number ?? first;
    return {
      id: section.id,
      title: section.title,
      intro: section.intro,
      guard: guardOf(questionnaire, all, section.showIf, { from: first, until: last }),
      questions: own.map(({ number, question }) => ({
        number,
        question,
        guard: isInRun(own, number)
          ? null
          : guardOf(questionnaire, all, question.showIf, {
              from: number,
              until: runEnd(own, number),
            }),
      })),
    };
  });
}

function numbered({ sections }: Questionnaire): Numbered[] {
  return sections
    .flatMap((section) => section.questions.map((question) => ({ question, section })))
    .map((each, index) => ({ number: index + 1, ...each }));
}

/** Said already, with the question before: the same condition. */
function isInRun(own: readonly Numbered[], number: number): boolean {
  const at = own.findIndex((each) => each.number === number);
  const [before, here] = [own[at - 1], own[at]];
  return Boolean(before && here && isSame(before.question.showIf, here.question.showIf));
}

function runEnd(own: readonly Numbered[], number: number): number {
  return own.some((each) => each.number === number + 1) && isInRun(own, number + 1)
    ? runEnd(own, number + 1)
    : number;
}

function guardOf(
  questionnaire: Questionnaire,
  all: readonly Numbered[],
  condition: Condition | undefined,
  { from, until }: { from: number; until: number },
): Guard | null {
  if (!condition) return null;
  const numberOf = new Map(all.map(({ number, question }) => [question.id, number]));
  const when = printed(condition, true, (id) => {
    const question = questionOf(questionnaire, id);
    return question && { question, number: numberOf.get(id) ?? 0 };
  });
  return { when, from, until, next: nextWithout(all, condition, from) };
}

/**
 * The first question that may still be asked when a condition fails from a number on: those that hang on
 * it, or on what is not asked because of it, are passed over. A part is entered by its first question,
 * where what it hangs on is said.
 */
function nextWithout(all: readonly Numbered[], condition: Condition, from: number): number | null {
  const known = { failed: failedWith(condition), hidden: new Set<string>() };
  const start = all.find(({ number }) => number === from);
  for (const { number, question, section } of all.filter((each) => each.number >= from)) {
    const conditions = [section.showIf, question.showIf];
    if (conditions.some((each) => each && isSure(each, false, known))) {
      known.hidden.add(question.id);
      continue;
    }
    const isElsewhere = section.showIf !== undefined && section !== start?.section;
    return isElsewhere ? firstOf(all, section) : number;
  }
  return null;
}

function firstOf(all: readonly Numbered[], section: Numbered["section"]): number | null {
  return all.find((each) => each.section === section)?.number ?? null;
}

/** What fails for sure with a condition: itself, and each of several of which one would do. */
function failedWith(condition: Condition): Condition[] {
  return "any" in condition ? [condition, ...condition.any.flatMap(failedWith)] : [condition];
}

type Known = { failed: readonly Condition[]; hidden: ReadonlySet<string> };

/** Whether a condition is sure to be `wanted`, from what is known not to hold or not to be asked. */
function isSure(condition: Condition, wanted: boolean, known: Known): boolean {
  if (!wanted && known.failed.some((each) => implies(condition, each))) return true;
  if ("not" in condition) return isSure(condition.not, !wanted, known);
  if ("all" in condition) {
    return wanted
      ? condition.all.every((each) => isSure(each, true, known))
      : condition.all.some((each) => isSure(each, false, known));
  }
  if ("any" in condition) {
    return wanted
      ? condition.any.some((each) => isSure(each, true, known))
      : condition.any.every((each) => isSure(each, false, known));
  }
  return known.hidden.has(condition.q) && "notIn" in condition === wanted;
}

/** Whether the second holds whenever the first does, so that the first fails with it. */
function implies(first: Condition, second: Condition): boolean {
  if (isSame(first, second)) return true;
  if (!("q" in first && "q" in second) || first.q !== second.q) return false;
  if ("in" in first && "in" in second) return first.in.every((each) => second.in.includes(each));
  if ("gte" in first && "gte" in second) return first.gte >= second.gte;
  return "answered" in second && !("notIn" in first);
}

function isSame(first: Condition | undefined, second: Condition | undefined): boolean {
  return first !== undefined && JSON.stringify(first) === JSON.stringify(second);
}

type Find = (id: string) => { question: Question; number: number } | undefined;

/** The condition, or its contrary, with the negations at the leaves. */
function printed(condition: Condition, holds: boolean, find: Find): PrintedCondition {
  if ("not" in condition) return printed(condition.not, !holds, find);
  if ("all" in condition) return severalOf("all", condition.all, holds, find);
  if ("any" in condition) return severalOf("any", condition.any, holds, find);
  return printedLeaf(condition, holds, find);
}

type Leaf = Extract<Condition, { q: string }>;

function printedLeaf(condition: Leaf, holds: boolean, find: Find): PrintedCondition {
  const found = find(condition.q);
  if (!found) throw new Error(`a condition looks at no question: ${condition.q}`);
  const { number } = found;
  if ("gte" in condition) return { kind: holds ? "gte" : "lt", number, least: condition.gte };
  if ("answered" in condition) return { kind: holds ? "answered" : "notAnswered", number };
  const isListed = "in" in condition;
  const values = isListed ? condition.in : condition.notIn;
  return { kind: isListed === holds ? "in" : "notIn", ...found, values };
}

function severalOf(
  kind: "all" | "any",
  conditions: readonly Condition[],
  holds: boolean,
  find: Find,
): PrintedCondition {
  const of = conditions.map((each) => printed(each, holds, find));
  const [only] = of;
  if (of.length === 1 && only) return only;
  const isAll = (kind === "all") === holds;
  return { kind: isAll ? "all" : "any", of };
}

/** The letter beside an option: a, b, c … z, aa. */
export function letterOf(index: number): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const last = letters.charAt(index % 26);
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
