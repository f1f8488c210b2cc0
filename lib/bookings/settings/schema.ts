import { z } from "zod";
import { parseClock, type WallMinute } from "@/lib/core/day";
import { whole } from "@/lib/spaces/resources/schema";
import { type SchoolZone, schoolZones } from "@/lib/spaces/schema";
import { spaceSlugInput } from "../schema";

/** What a space says of its bookings as a whole; each of its resources may say some of it anew. */
export type SpaceSettings = {
  /** A booking nobody came for is given back so long after its start; null = never. */
  noShowGraceMinutes: number | null;
  /** How long the next of the waiting list has to answer. */
  offerMinutes: number;
  /** Members cancel until so many days before, at that wall time. */
  cancelDaysBefore: number;
  cancelUntilMinute: WallMinute;
  bookingHorizonDays: number;
  /** Where the morning ends. */
  halfDayBoundary: WallMinute;
  schoolZone: SchoolZone;
  /** People the house may hold at once by the rules of safety; null = unsaid. */
  mostPeople: number | null;
};

const wallTime = z.string().transform((text, context) => {
  const minute = parseClock(text);
  if (minute !== null) return minute;
  context.addIssue({ code: "custom", message: "invalidValue" });
  return z.NEVER;
});

/** Everything of a space, as the form sends it: an empty grace is none. */
export const changeSettingsInput = z
  .strictObject({
    slug: spaceSlugInput,
    noShowGraceMinutes: whole(5, 720).optional(),
    offerMinutes: whole(5, 10_080),
    cancelDaysBefore: whole(0, 60),
    cancelUntil: wallTime,
    bookingHorizonDays: whole(0, 730),
    halfDayBoundary: wallTime.refine((minute) => minute > 0, "invalidValue"),
    schoolZone: z.enum(schoolZones),
    mostPeople: whole(1, 5_000).optional(),
    /** Of the settings that were shown (`markOfSetup`); left out by who has shown none. */
    mark: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .transform(({ slug, mark, noShowGraceMinutes, mostPeople, cancelUntil, ...rest }) => ({
    ...{ slug, mark },
    settings: {
      ...rest,
      noShowGraceMinutes: noShowGraceMinutes ?? null,
      mostPeople: mostPeople ?? null,
      cancelUntilMinute: cancelUntil,
    } satisfies SpaceSettings,
  }));
export type ChangeSettingsInput = z.infer<typeof changeSettingsInput>;

/** Why settings stay as they are; each has its sentence in components/settings/refusals.ts. */
export type SettingsRefusal = "changed_since" | "halves_booked" | "people_expected";
