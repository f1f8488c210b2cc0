export type StartRefusal = "not_open" | "too_many";
export type StepRefusal = "not_open" | "unknown_draft";
