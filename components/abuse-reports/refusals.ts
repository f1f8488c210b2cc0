import type { HandleRefusal, ReportRefusal } from "@/lib/members/abuse-reports/schema";

/** Each refusal has its sentence in the abuseReports messages: a missing one does not compile. */
export const reportRefusalKeys = {
  too_many_reports: "refusals.too_many_reports",
  already_handled: "refusals.already_handled",
  nothing_to_hide: "refusals.nothing_to_hide",
} as const satisfies Record<ReportRefusal | HandleRefusal, string>;
