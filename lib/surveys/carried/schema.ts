import { z } from "zod";
import { surveyCode } from "../drafts/schema";

/** What of one's answers may be taken into one's profile, each only if it is ticked. */
export const carriedItems = ["commune", "space", "rhythm", "skills"] as const;
export type CarriedItem = (typeof carriedItems)[number];

/** Values on their way from the answers to a profile; nothing of where they come from. */
export const carriedValues = z.strictObject({
  /** INSEE code. */
  commune: z.string().max(10).optional(),
  space: z.uuid().optional(),
  rhythm: z.string().max(80).optional(),
  skills: z.array(z.string().max(60)).max(12).optional(),
});
export type CarriedValues = z.infer<typeof carriedValues>;

/** One item with its words, as it is offered. */
export type CarriedOffer = { item: CarriedItem; words: string };

const ticked = z
  .union([z.enum(carriedItems), z.array(z.enum(carriedItems))])
  .optional()
  .transform((some) => [some ?? []].flat());

export const carryAnswersInput = z.strictObject({ code: surveyCode, keep: ticked });

/** Minutes for which what was ticked waits in the browser, while its owner signs in. */
export const carriedMinutes = 60;
