import type { ImportProblem, ImportRefusal } from "@/lib/bookings/imports/schema";

/** Each problem and refusal has its sentence in the agenda messages: a missing one does not compile. */
export const importProblemKeys = {
  address_invalid: "problems.address_invalid",
  address_private: "problems.address_private",
  host_unknown: "problems.host_unknown",
  port_refused: "problems.port_refused",
  not_reachable: "problems.not_reachable",
  too_slow: "problems.too_slow",
  redirected: "problems.redirected",
  answer_refused: "problems.answer_refused",
  too_large: "problems.too_large",
  compressed: "problems.compressed",
  not_a_calendar: "problems.not_a_calendar",
  unreadable: "problems.unreadable",
  line_too_long: "problems.line_too_long",
  nested_too_deep: "problems.nested_too_deep",
  too_many_components: "problems.too_many_components",
  rule_too_frequent: "problems.rule_too_frequent",
  too_many_repeats: "problems.too_many_repeats",
  zone_unknown: "problems.zone_unknown",
  events_skipped: "problems.events_skipped",
  kept_soonest: "problems.kept_soonest",
} as const satisfies Record<ImportProblem, string>;

export const importRefusalKeys = {
  ...importProblemKeys,
  too_many_imports: "refusals.too_many_imports",
  too_many_requests: "refusals.too_many_requests",
} as const satisfies Record<ImportProblem | ImportRefusal, string>;
