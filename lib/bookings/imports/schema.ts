import { z } from "zod";
import { type FetchRefusal, fetchRefusals } from "@/lib/core/fetch-refusal";
import { spaceSlugInput } from "../schema";

/** Bounds of one outside calendar. */
export const bounds = {
  bytes: 2_000_000,
  /** Parts of any kind: events, alarms, zones. */
  components: 5_000,
  depth: 10,
  /** Characters of one line of those we read. */
  line: 16_000,
  /** Characters of all of them in one event: some two thousand dates. */
  event: 32_000,
  /** Local days before and after today that are read. */
  daysBack: 1,
  daysAhead: 400,
  /** Days looked at while repetitions are worked out, for the whole calendar. */
  daysTried: 1_000_000,
  /** Occurrences looked at, before those that touch become one. */
  occurrences: 20_000,
  blocks: 2_000,
} as const;

/** Most calendars of one space. */
export const mostImports = 20;

export const textProblems = [
  "not_a_calendar",
  "unreadable",
  "line_too_long",
  "nested_too_deep",
  "too_many_components",
  "rule_too_frequent",
  "too_many_repeats",
  "zone_unknown",
] as const;
/** Why the text of a calendar is not taken at all; the last good copy then stays. */
export type TextProblem = (typeof textProblems)[number];

/** Taken all the same, with something to say. */
export const remarks = ["events_skipped", "kept_soonest"] as const;
export type Remark = (typeof remarks)[number];

/** What the last reading of an import has to say: why nothing was taken, or a remark on what was. */
export const importProblems = [...fetchRefusals, ...textProblems, ...remarks] as const;
export type ImportProblem = FetchRefusal | TextProblem | Remark;

export const addImportInput = z.strictObject({
  slug: spaceSlugInput,
  resourceId: z.uuid(),
  name: z.string().trim().min(1).max(80),
  url: z.string().trim().min(1).max(2_000),
});
export type AddImportInput = z.infer<typeof addImportInput>;

export const importInput = z.strictObject({ slug: spaceSlugInput, importId: z.uuid() });
export type ImportInput = z.infer<typeof importInput>;

/** Why an import is not added or read again; what its reading says comes as a problem. */
export type ImportRefusal = "too_many_imports" | "too_many_requests";
