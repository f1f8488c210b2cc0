import { z } from "zod";

/** « as my profile says », and the two answers for one booking. */
export const shownChoices = ["profile", "yes", "no"] as const;
export type ShownChoice = (typeof shownChoices)[number];

export const chooseShownInput = z.strictObject({
  bookingId: z.uuid(),
  shown: z.enum(shownChoices),
});
export type ChooseShownInput = z.infer<typeof chooseShownInput>;

export const companyRefusals = ["booking_over"] as const;
/** Each has its sentence in components/company/refusals.ts. */
export type CompanyRefusal = (typeof companyRefusals)[number];

/** Fewer than this are « a few »: their number would tell of one of them. */
export const fewest = 3;
/** Furthest day that is shown. */
export const furthestDays = 90;
