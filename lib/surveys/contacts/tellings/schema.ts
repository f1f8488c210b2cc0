import { z } from "zod";

/** Why a place that opens is told to somebody, from the commune they named; one sentence each. */
export type Fit = "wished" | "around" | "nearest" | "anywhere";

/** The mark by which a mail stops itself: signed, of one contact. */
export const stopWritingInput = z.strictObject({ jeton: z.string().min(1).max(400) });
export type StopWritingInput = z.infer<typeof stopWritingInput>;
