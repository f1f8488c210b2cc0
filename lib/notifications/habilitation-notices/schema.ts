import { z } from "zod";

const habilitationPayload = z.object({
  name: z.object({ fr: z.string(), en: z.string().optional() }),
  /** First instant at which it no longer holds; null = for good, or not the matter. */
  expiresAt: z.iso.datetime().nullable(),
  /** Words of the host, as typed. */
  reason: z.string().nullable(),
  timeZone: z.string(),
  url: z.url(),
});
export type HabilitationPayload = z.infer<typeof habilitationPayload>;

/** What is told of one's habilitations: given by hand, taken back, about to end. */
export const habilitationPayloads = {
  "habilitation-given": habilitationPayload,
  "habilitation-taken-back": habilitationPayload,
  "habilitation-ending": habilitationPayload,
} as const;
export type HabilitationNotice = keyof typeof habilitationPayloads;
