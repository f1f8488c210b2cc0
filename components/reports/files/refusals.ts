import type { PreparationRefusal } from "@/lib/reports/preparations/schema";

/** Each refusal has its sentence in the messages of report files: a missing one does not compile. */
export const preparationRefusalKeys = {
  too_many: "refusals.too_many",
  nothing_over: "refusals.nothing_over",
} as const satisfies Record<PreparationRefusal, string>;
