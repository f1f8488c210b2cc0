import { z } from "zod";
import { existingDay } from "@/lib/core/day";
import { oneLine } from "@/lib/core/plain-text";

/** In French, and in English where somebody said it. */
export const habilitationName = z.object({ fr: z.string(), en: z.string().optional() });
export type HabilitationName = z.infer<typeof habilitationName>;

const name = z.string().max(200).transform(oneLine).pipe(z.string().min(1).max(60));

const fields = {
  nameFr: name,
  nameEn: name.optional(),
  /** Left out = for good. */
  validMonths: z.coerce.number().int().min(1).max(120).optional(),
};

export const makeHabilitationInput = z.strictObject(fields);
export type MakeHabilitationInput = z.infer<typeof makeHabilitationInput>;

export const changeHabilitationInput = z.strictObject({ ...fields, habilitationId: z.uuid() });
export type ChangeHabilitationInput = z.infer<typeof changeHabilitationInput>;

export const habilitationInput = z.strictObject({ habilitationId: z.uuid() });
export type HabilitationInput = z.infer<typeof habilitationInput>;

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
const reason = z.string().max(2_000).transform(oneLine).pipe(z.string().min(1).max(300));

const day = z.string().transform((text, context) => {
  const read = existingDay(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: "invalidDate" });
  return z.NEVER;
});

/** By a host, to a member of their space; `lastDay` (local, included) left out = as the habilitation says. */
export const giveHabilitationInput = z.strictObject({
  slug,
  personId: z.uuid(),
  habilitationId: z.uuid(),
  lastDay: day.optional(),
  reason,
});
export type GiveHabilitationInput = z.infer<typeof giveHabilitationInput>;

export const takeBackHabilitationInput = z.strictObject({
  slug,
  personId: z.uuid(),
  habilitationId: z.uuid(),
  reason,
});
export type TakeBackHabilitationInput = z.infer<typeof takeBackHabilitationInput>;

/** Why the list of habilitations stays as it is; each has its sentence in components/habilitations/refusals.ts. */
export const keepingRefusals = ["name_taken", "still_required"] as const;
export type KeepingRefusal = (typeof keepingRefusals)[number];

export const givingRefusals = ["already_over", "longer_held"] as const;
export type GivingRefusal = (typeof givingRefusals)[number];
