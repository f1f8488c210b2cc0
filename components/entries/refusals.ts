import type { EntryRefusal } from "@/lib/surveys/entries/schema";

/** Each refusal has its sentence in the messages on paper: a missing one does not compile. */
export const entryRefusalKeys = {
  not_open: "refusals.not_open",
  too_late: "refusals.too_late",
  unknown_source: "refusals.unknown_source",
  code_used: "refusals.code_used",
  problems: "toMend",
  blanks: "toBlank",
} as const satisfies Record<EntryRefusal, string>;
