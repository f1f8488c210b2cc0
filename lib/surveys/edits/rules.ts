import { ok, type Result } from "@/lib/core/result";
import { questionOf as questionIn } from "../questionnaires/rules";
import type { Questionnaire } from "../questionnaires/schema";
import {
  withQuestionAdded,
  withQuestionRemoved,
  withSectionAdded,
  withSectionRemoved,
} from "./additions/rules";
import { withCondition, withLineAdded, withLineRemoved, withLinesJoined } from "./conditions/rules";
import { withListChanged } from "./lists/rules";
import { withQuestionMoved, withSectionMoved } from "./order/rules";
import type { Edit, EditOf, EditRefusal } from "./schema";
import { withIntro, withQuestionChanged, withSectionWorded } from "./wording/rules";

type Edited = Result<Questionnaire, EditRefusal>;
type Editing = { [Kind in Edit["kind"]]: (of: Questionnaire, edit: EditOf<Kind>) => Edited };

const editing: Editing = {
  intro_worded: (of, edit) => ok(withIntro(of, edit)),
  section_worded: withSectionWorded,
  section_added: withSectionAdded,
  section_moved: (of, { section, by }) => withSectionMoved(of, section, by),
  section_removed: (of, { section }) => withSectionRemoved(of, section),
  question_added: withQuestionAdded,
  question_changed: withQuestionChanged,
  question_moved: (of, { question, by }) => withQuestionMoved(of, question, by),
  question_removed: (of, { question }) => withQuestionRemoved(of, question),
  list_changed: withListChanged,
  line_added: withLineAdded,
  line_removed: withLineRemoved,
  lines_joined: withLinesJoined,
  condition_written: (of, { target, condition }) =>
    withCondition(of, target, condition ?? undefined),
};

/**
 * A questionnaire after one edit; the one given is left as it is. Whatever is accepted is still a
 * questionnaire by its schema, faults of logic are the checker's.
 */
export function decideEdit<Kind extends Edit["kind"]>(
  questionnaire: Questionnaire,
  edit: EditOf<Kind> & { kind: Kind },
): Edited {
  return editing[edit.kind](questionnaire, edit);
}

/**
 * Whether somebody who read `base` may still make this edit of what it became: the piece it is about, or
 * the order it changes, is as they read it.
 */
export function isStillAsRead(base: Questionnaire, current: Questionnaire, edit: Edit): boolean {
  return JSON.stringify(pieceOf(base, edit)) === JSON.stringify(pieceOf(current, edit));
}

/** What an edit is about in words, as a journal keeps it: the question or the group, in French. */
export function aboutOf(questionnaire: Questionnaire, edit: Edit): { about: string } {
  const { sections, title } = questionnaire;
  if (edit.kind === "section_added") return { about: edit.title.fr };
  if (edit.kind === "question_added") return { about: edit.label.fr };
  const names = "target" in edit ? edit.target : edit;
  const section = "section" in names ? sections.find(({ id }) => id === names.section) : undefined;
  const question = "question" in names ? questionIn(questionnaire, names.question) : undefined;
  return { about: question?.label.fr ?? section?.title.fr ?? title.fr };
}

/** The piece of a questionnaire that an edit changes. */
function pieceOf(questionnaire: Questionnaire, edit: Edit): unknown {
  const { sections, title, intro, completion } = questionnaire;
  const order = sections.map(({ id, questions }) => [id, questions.map((each) => each.id)]);
  const sectionOf = (name: string) => {
    const { questions: _apart, ...section } = sections.find(({ id }) => id === name) ?? {};
    return section;
  };
  const questionOf = (name: string) => questionIn(questionnaire, name);
  switch (edit.kind) {
    case "intro_worded":
      return [title, intro];
    case "section_worded":
      return sectionOf(edit.section);
    case "section_added":
    case "question_added":
      return null;
    case "section_moved":
    case "question_moved":
      return order;
    case "section_removed":
      return sections.find(({ id }) => id === edit.section);
    case "question_changed":
      return [questionOf(edit.question), completion];
    case "question_removed":
    case "list_changed":
      return questionOf(edit.question);
    default:
      return "question" in edit.target
        ? questionOf(edit.target.question)
        : sectionOf(edit.target.section);
  }
}
