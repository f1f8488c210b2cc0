import { z } from "zod";
import { type Day, day, parseDay } from "@/lib/core/day";
import { oneLine } from "@/lib/core/plain-text";
import { emailInput } from "@/lib/identity/schema";

/** Longest time for which somebody may be let read, days. */
export const longestReading = 366;

const slug = z.string().min(1).max(120);

export const nameReaderInput = z.strictObject({
  slug,
  courriel: emailInput,
  reason: z.string().max(1_200).transform(oneLine).pipe(z.string().min(1).max(300)),
  endsOn: z
    .string()
    .refine((text) => parseDay(text) !== null, { message: "invalidValue" })
    .transform((text): Day => day(text)),
});
export type NameReaderInput = z.infer<typeof nameReaderInput>;

export const withdrawReaderInput = z.strictObject({ id: z.uuid() });

/** `not_staff`: nobody of that address is of the staff; whether they have an account is not said. */
export type NameReaderRefusal = "not_staff" | "past_day" | "too_long" | "already_reads";

/** Who is let read the answers of a campaign, as those who answer for it see it. */
export type Reader = {
  id: string;
  personId: string;
  name: string | null;
  email: string | null;
  reason: string;
  endsOn: Day;
  grantedOn: Day;
  /** Null = by somebody who left. */
  grantedBy: string | null;
  state: "reads" | "over" | "withdrawn";
};
