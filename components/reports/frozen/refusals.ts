import type { FreezeReportRefusal } from "@/lib/reports/frozen-reports/schema";

/** Key of the sentence of each refusal, in the messages of frozen reports. */
export const freezeRefusalKeys = {
  not_over: "refusals.notOver",
  turned_round: "refusals.turnedRound",
  too_long: "refusals.tooLong",
  not_counted: "refusals.notCounted",
} as const satisfies Record<FreezeReportRefusal, string>;
