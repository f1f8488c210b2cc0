import type { Fault } from "@/lib/surveys/checks/schema";
import type { VersionRefusal } from "@/lib/surveys/versions/schema";

/** Each refusal has its sentence in the messages on questionnaires: a missing one does not compile. */
export const versionRefusalKeys = {
  gone: "refusals.gone",
  last_question: "refusals.last_question",
  last_section: "refusals.last_section",
  last_needed: "refusals.last_needed",
  too_few_items: "refusals.too_few_items",
  too_many: "refusals.too_many",
  impossible_weight: "refusals.impossible_weight",
  changed_since: "refusals.changed_since",
  draft_exists: "refusals.draft_exists",
  unreadable_condition: "refusals.unreadable_condition",
} as const satisfies Record<VersionRefusal | "unreadable_condition", string>;

/** What the checker finds, in words that say what to do. */
export const faultKeys = {
  same_id: "faults.same_id",
  same_value: "faults.same_value",
  unknown_question: "faults.unknown_question",
  later_question: "faults.later_question",
  unknown_value: "faults.unknown_value",
  not_a_number: "faults.not_a_number",
  never_asked: "faults.never_asked",
  impossible_choices: "faults.impossible_choices",
  impossible_bounds: "faults.impossible_bounds",
  needed_but_optional: "faults.needed_but_optional",
  needed_not_asked: "faults.needed_not_asked",
  unknown_other: "faults.unknown_other",
} as const satisfies Record<Fault["fault"], string>;
