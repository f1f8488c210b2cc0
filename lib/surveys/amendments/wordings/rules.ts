import type { Question, Questionnaire } from "../../questionnaires/schema";
import type { WordingChange } from "../schema";

type Words = { fr: string; en: string };
type Choice = { value: string; label: Words };

/**
 * Everything people will read otherwise under `after`, in the order it is asked: what somebody has to read
 * before they say that the meaning is the same, since no rule can. Of versions `differenceOf` finds alike.
 */
export function wordingChanges(before: Questionnaire, after: Questionnaire): WordingChange[] {
  return [
    ...changed("title", before.title, before.title, after.title),
    ...changed("intro", before.title, before.intro, after.intro),
    ...before.sections.flatMap((section) => {
      const other = after.sections.find(({ id }) => id === section.id) ?? section;
      return [
        ...changed("title", section.title, section.title, other.title),
        ...changed("intro", section.title, section.intro, other.intro),
        ...section.questions.flatMap((question) =>
          questionChanges(
            question,
            other.questions.find(({ id }) => id === question.id) ?? question,
          ),
        ),
      ];
    }),
  ];
}

function questionChanges(before: Question, after: Question): WordingChange[] {
  const { label: about } = before;
  const lists = (["options", "rows", "columns", "scale"] as const).flatMap((name) =>
    choiceChanges(about, choicesIn(before, name), choicesIn(after, name)),
  );
  return [
    ...changed("question", about, about, after.label),
    ...changed("help", about, before.help, after.help),
    ...lists,
  ];
}

function choiceChanges(
  about: Words,
  before: readonly Choice[],
  after: readonly Choice[],
): WordingChange[] {
  const was = new Map(before.map(({ value, label }) => [value, label]));
  const kept = after.filter(({ value }) => was.has(value));
  const isInOrder = kept.every(({ value }, index) => value === before[index]?.value);
  return [
    ...after.flatMap(({ value, label }) => changed("choice", about, was.get(value), label)),
    ...(isInOrder ? [] : [{ part: "order" as const, about, before: null, after: null }]),
  ];
}

function changed(
  part: WordingChange["part"],
  about: Words,
  before: Words | undefined,
  after: Words | undefined,
): WordingChange[] {
  const isSame = before?.fr === after?.fr && before?.en === after?.en;
  return isSame ? [] : [{ part, about, before: before ?? null, after: after ?? null }];
}

function choicesIn(question: Question, name: string): readonly Choice[] {
  const listed: unknown = Reflect.get(question, name);
  return Array.isArray(listed) ? listed : [];
}
