import type { AttendanceListRefusal } from "@/lib/reports/attendance-lists/schema";

/** Each refusal has its sentence in the messages of attendance lists: a missing one does not compile. */
export const attendanceListRefusalKeys = {
  not_over: "refusals.not_over",
  too_many: "refusals.too_many",
} as const satisfies Record<AttendanceListRefusal, string>;
