import { z } from "zod";

/** Free texts as they stand: nobody has read them yet, or what was decided. */
export const textStates = ["waiting", "published", "hidden"] as const;
export type TextState = (typeof textStates)[number];

export const reviewTextInput = z.strictObject({
  responseId: z.uuid(),
  question: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  decision: z.enum(["published", "hidden"]),
});
export type ReviewTextInput = z.infer<typeof reviewTextInput>;

/** A free text alone: nothing of who wrote it, where they live or when. */
export type FreeText = { responseId: string; question: string; text: string; state: TextState };
