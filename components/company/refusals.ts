import type { CompanyRefusal } from "@/lib/bookings/company/schema";

/** Each refusal has its sentence in the company messages: a missing one does not compile. */
export const companyRefusalKeys = {
  booking_over: "over",
} as const satisfies Record<CompanyRefusal, string>;
