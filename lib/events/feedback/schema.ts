import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";

export const longestLine = 300;

export const feedbackInput = z.strictObject({
  /** Of the registration, from its mails. */
  token: z.string().max(300),
  score: z.coerce.number().int().min(0).max(10),
  line: z.string().max(1_200).transform(oneLine).pipe(z.string().max(longestLine)).optional(),
});
export type FeedbackInput = z.infer<typeof feedbackInput>;

export type FeedbackRefusal = "not_over" | "too_late" | "was_not_there";
