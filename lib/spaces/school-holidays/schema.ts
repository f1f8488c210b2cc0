import { z } from "zod";
import { parseDay } from "@/lib/core/day";

export const schoolZones = ["A", "B", "C"] as const;
/** Zones of metropolitan France; the Lot (académie de Toulouse) is in zone C. */
export type SchoolZone = (typeof schoolZones)[number];

/** Why a calendar is not taken; the copy before it stays. */
export const schoolHolidayRefusals = [
  "too_large",
  "unreadable",
  "nothing_found",
  "contradictory",
  "over",
  "unreachable",
] as const;
export type SchoolHolidayRefusal = (typeof schoolHolidayRefusals)[number];

const dayText = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (!day) {
    context.addIssue({ code: "custom", message: "invalidDate" });
    return z.NEVER;
  }
  return day;
});

/** prisma/data/school-holidays.json: half-open days, the day school begins again is not a holiday. */
export const schoolHolidaysFile = z.object({
  holidays: z
    .array(
      z
        .object({
          zones: z.array(z.enum(schoolZones)).min(1),
          name: z.string().min(1).max(80),
          firstDay: dayText,
          untilDay: dayText,
        })
        .refine(({ firstDay, untilDay }) => firstDay < untilDay),
    )
    .min(1)
    .max(200),
});
export type SchoolHolidaysFile = z.infer<typeof schoolHolidaysFile>;
