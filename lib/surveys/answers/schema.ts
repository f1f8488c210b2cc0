/** Why an answer is not taken; its sentence is at the field and in the summary. */
export type AnswerProblem =
  | "required"
  | "unknown_option"
  | "too_many"
  | "too_few"
  | "exclusive"
  | "not_a_number"
  | "out_of_range"
  | "not_a_step"
  | "below_other"
  | "unknown_commune"
  | "two_communes"
  | "not_a_member"
  | "too_long"
  | "unreadable";

export type Problem = {
  question: string;
  problem: AnswerProblem;
  /** What the sentence needs: the most choices, the bounds, the most characters. */
  limits?: Record<string, number>;
};

/** Communes one may name: INSEE code to whether it belongs to the territory; extra values are not communes. */
export type CommuneChoices = { members: ReadonlySet<string>; others: ReadonlySet<string> };
