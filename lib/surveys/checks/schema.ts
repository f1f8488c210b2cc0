/** What is wrong with a questionnaire; each is told to whoever edits it, with the place. */
export type Fault =
  | { fault: "same_id"; question: string }
  | { fault: "same_value"; question: string; value: string }
  | { fault: "unknown_question"; question: string; about: string }
  | { fault: "later_question"; question: string; about: string }
  | { fault: "unknown_value"; question: string; about: string; value: string }
  | { fault: "not_a_number"; question: string; about: string }
  | { fault: "never_asked"; question: string }
  | { fault: "impossible_choices"; question: string }
  | { fault: "impossible_bounds"; question: string }
  | { fault: "needed_but_optional"; question: string }
  /** Whoever is not asked it would answer for nothing. */
  | { fault: "needed_not_asked"; question: string }
  | { fault: "unknown_other"; question: string; about: string };

/** What may be meant so, and is worth a second look. */
export type Advice =
  | { advice: "too_long"; minutes: number }
  | { advice: "diagnosis_unread"; names: string[] }
  | { advice: "weight_missing"; question: string; value: string };
