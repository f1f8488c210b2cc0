import { z } from "zod";
import { severalLines } from "@/lib/core/plain-text";
import { slugInput } from "../memberships/schema";

export const longestRules = 8_000;

export const publishRulesInput = z.strictObject({
  slug: slugInput,
  /** Plain text; an empty line parts the paragraphs. */
  text: z.string().max(longestRules).transform(severalLines).refine(Boolean, "required"),
});
export type PublishRulesInput = z.infer<typeof publishRulesInput>;

export const acceptRulesInput = z.strictObject({
  slug: slugInput,
  /** The one that was on screen. */
  version: z.coerce.number().int().min(1).max(100_000),
  /** For whom, when a host notes it for somebody without a screen. */
  personId: z.uuid().optional(),
});
export type AcceptRulesInput = z.infer<typeof acceptRulesInput>;

/** Another version is in force since: it is to be read first. */
export type AcceptRulesRefusal = "newer_version";
