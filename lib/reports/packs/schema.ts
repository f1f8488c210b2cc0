import { z } from "zod";
import { existingDay } from "@/lib/core/day";
import { type Figure, type MeasureKey, measureKeys, units } from "../figures/schema";
import { partKinds } from "../files/schema";

const sentence = z.string().min(1).max(600);
const said = z.strictObject({ fr: sentence, en: sentence });
const code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);

const fromFigure = z.strictObject({
  kind: z.literal("figure"),
  key: z.enum(measureKeys),
  /** One number for the network, or one for each place. */
  by: z.enum(["network", "places"]),
  /** Each part of that kind; left out: the whole. */
  part: z.enum(partKinds).optional(),
});
/** What no module of the platform collects, said in words. */
const notCollected = z.strictObject({ kind: z.literal("not_collected"), why: said });

const line = z.strictObject({
  id: code,
  /** How the funder numbers it. */
  reference: z.string().max(20).optional(),
  wording: said,
  /** In which the funder counts, that of the figure; null where there is none. */
  unit: z.enum(units).nullable(),
  from: z.discriminatedUnion("kind", [fromFigure, notCollected]),
});

export const packFormats = ["csv", "ods", "xlsx", "pdf"] as const;
export type PackFormat = (typeof packFormats)[number];

/** What a funder asks, as a file of lib/reports/packs/files says it: adding one needs no code. */
export const packFile = z.strictObject({
  id: code,
  name: said,
  about: said,
  source: z.strictObject({
    title: sentence,
    publisher: sentence,
    consultedOn: z.string().refine((text) => existingDay(text) !== null),
    licence: said,
  }),
  lines: z
    .array(line)
    .min(1)
    .max(200)
    .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length),
});
export type Pack = z.infer<typeof packFile>;
export type PackLine = Pack["lines"][number];

/** A line of a funder with a figure of ours that answers it, or why none does. */
export type PackAnswer =
  | { line: PackLine; kind: "figure"; figure: Figure }
  | { line: PackLine; kind: "not_collected" }
  /** Nothing is counted over the period. */
  | { line: PackLine; kind: "nothing"; key: MeasureKey };
