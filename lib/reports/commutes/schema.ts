import { z } from "zod";

/** How somebody goes to work: as the survey asks it, bicycle (electric too) and walking together. */
export const commuteModes = ["car", "shared_car", "motorbike", "bus", "train", "active"] as const;
export type CommuteMode = (typeof commuteModes)[number];

/** What one salaried teleworker gave and agreed to; kilometres are one way, null = not typed. */
export type Commute = {
  personId: string;
  workplaceId: string;
  mode: CommuteMode;
  kmToWork: number | null;
  /** Of the one space it was typed for. */
  toSpace: { spaceId: string; km: number } | null;
};

export const mostKilometres = 300;

/** Kilometres as typed, with a comma or a point. */
const kilometres = z
  .string()
  .max(20)
  .regex(/^\s*\d{1,4}([.,]\d{1,3})?\s*$/)
  .transform((text) => Number(text.trim().replace(",", ".")))
  .pipe(z.number().gt(0).max(mostKilometres))
  .optional();

export const commuteInput = z.strictObject({
  /** As typed: a name or an INSEE code, found by lib/members/residences. */
  workplace: z.string().max(80),
  mode: z.enum(commuteModes),
  kmToWork: kilometres,
  space: z.uuid().optional(),
  kmToSpace: kilometres,
  agrees: z.literal("yes").optional(),
});
export type CommuteInput = z.infer<typeof commuteInput>;

export const commuteRefusals = [
  "not_teleworker",
  "no_home",
  "not_agreed",
  "unknown_commune",
  "ambiguous_commune",
  "unknown_space",
  "space_without_km",
  "km_without_space",
] as const;
export type CommuteRefusal = (typeof commuteRefusals)[number];
