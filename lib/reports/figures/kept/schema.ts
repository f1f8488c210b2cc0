import { z } from "zod";
import { seatKinds } from "@/lib/bookings/schema";
import { day, existingDay } from "@/lib/core/day";
import { organisationKinds } from "@/lib/members/organisations/schema";
import { situations } from "@/lib/members/profiles/schema";
import { halfDays } from "@/lib/spaces/opening-hours/schema";
import { commuteModes } from "../../commutes/schema";
import { indicatorIds, missingReasons } from "../../indicators/schema";
import { monthInput } from "../../schema";
import { type Figure, measures, type Report, units, withheldReasons } from "../schema";

const keptDay = z
  .string()
  .refine((text) => existingDay(text) !== null)
  .transform((text) => day(text));
const keptRange = z.strictObject({ first: keptDay, last: keptDay });

const keptPart = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("week_half"),
    weekday: z.number().int().min(1).max(7),
    half: z.enum(halfDays),
  }),
  z.strictObject({ kind: z.literal("resource"), resource: z.enum(seatKinds) }),
  z.strictObject({
    kind: z.literal("residence"),
    line: z.object({
      kind: z.enum(["commune", "around", "neighbour", "rest"]),
      name: z.string(),
      communes: z.array(z.string()),
    }),
  }),
  z.strictObject({
    kind: z.literal("profile"),
    situations: z.array(z.enum([...situations, "unsaid"])),
  }),
  z.strictObject({ kind: z.literal("cohort"), first: monthInput, last: monthInput }),
  z.strictObject({ kind: z.literal("moment"), day: keptDay, half: z.enum(halfDays) }),
  z.strictObject({ kind: z.literal("theme"), theme: z.string() }),
  z.strictObject({ kind: z.literal("mode"), modes: z.array(z.enum(commuteModes)) }),
  z.strictObject({ kind: z.literal("structure"), structure: z.enum(organisationKinds) }),
]);

const keptFigure = z.strictObject({
  indicator: z.enum(indicatorIds),
  measure: z.enum(measures),
  place: z.string().nullable(),
  part: keptPart.nullable(),
  unit: z.enum(units),
  value: z.number().nullable(),
  of: z.number().nullable(),
  nearest: z.number().nullable(),
  perThousand: z.number().nullable(),
  withheld: z.enum(withheldReasons).nullable(),
  because: z.enum(missingReasons).nullable(),
  without: z.array(monthInput),
});

/** A report as it is kept in JSON, read back to the very same report. What it says stays readable: a name is never taken away from these lists. */
export const keptReport: z.ZodType<Report> = z.strictObject({
  range: keptRange,
  counted: keptRange.nullable(),
  definitionsVersion: z.number().int().min(1),
  travelAssumptionsVersion: z.number().int().nullable(),
  places: z.array(
    z.strictObject({ id: z.string(), slug: z.string(), name: z.string(), communeName: z.string() }),
  ),
  figures: z.array(keptFigure),
});

/** The numbers of a month, as they were told before its people left. */
export const keptFigures: z.ZodType<Figure[]> = z.array(keptFigure);
