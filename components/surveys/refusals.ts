import type { AnswerProblem, Problem } from "@/lib/surveys/answers/schema";
import type { ContactLinkRefusal, ContactRefusal } from "@/lib/surveys/contacts/schema";
import type { StartRefusal, StepRefusal } from "@/lib/surveys/drafts/schema";
import type { TakeBackRefusal } from "@/lib/surveys/responses/schema";

/** Each refusal has its sentence in the messages on the survey: a missing one does not compile. */
export const startRefusalKeys = {
  not_open: "refusals.not_open",
  too_many: "refusals.too_many",
  prove: "refusals.prove",
} as const satisfies Record<StartRefusal, string>;

export const stepRefusalKeys = {
  not_open: "refusals.late",
  unknown_draft: "refusals.unknown_draft",
} as const satisfies Record<StepRefusal, string>;

export const takeBackRefusalKeys = {
  unknown_code: "refusals.unknown_code",
} as const satisfies Record<TakeBackRefusal, string>;

export const contactRefusalKeys = {
  too_many: "refusals.too_many_contacts",
  unknown_commune: "refusals.unknown_commune",
} as const satisfies Record<ContactRefusal, string>;

export const contactLinkRefusalKeys = {
  unknown_link: "refusals.unknown_link",
} as const satisfies Record<ContactLinkRefusal, string>;

const problemKeys = {
  required: "problems.required",
  unknown_option: "problems.unknown_option",
  too_many: "problems.too_many",
  too_few: "problems.too_few",
  exclusive: "problems.exclusive",
  not_a_number: "problems.not_a_number",
  out_of_range: "problems.out_of_range",
  not_a_step: "problems.not_a_step",
  below_other: "problems.below_other",
  unknown_commune: "problems.unknown_commune",
  two_communes: "problems.two_communes",
  not_a_member: "problems.not_a_member",
  too_long: "problems.too_long",
  unreadable: "problems.unreadable",
} as const satisfies Record<AnswerProblem, string>;

type ProblemKey = (typeof problemKeys)[AnswerProblem];

/** What is wrong with an answer and what to do, with the question it is about. */
export function problemWords(
  { problem, limits = {} }: Problem,
  question: string,
  t: (key: ProblemKey, values: Record<string, string | number>) => string,
): string {
  return t(problemKeys[problem], {
    most: 0,
    least: 0,
    min: 0,
    max: 0,
    step: 0,
    ...limits,
    question,
  });
}
