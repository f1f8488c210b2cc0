import type { NameReaderRefusal } from "@/lib/surveys/readers/schema";

/** Each refusal has its sentence in the messages on reading answers: a missing one does not compile. */
export const nameReaderRefusalKeys = {
  not_staff: "refusals.not_staff",
  past_day: "refusals.past_day",
  too_long: "refusals.too_long",
  already_reads: "refusals.already_reads",
} as const satisfies Record<NameReaderRefusal, string>;
