import { z } from "zod";
import { homeTimeZone } from "@/lib/core/day";

export const resourceKinds = ["desk", "office", "room", "booth", "equipment"] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const resourceFeatures = ["window", "screen", "standing", "step_free"] as const;
export type ResourceFeature = (typeof resourceFeatures)[number];

export const bookingModes = ["hour", "half_day", "day"] as const;
/** How a resource is booked; it may have several. */
export type BookingMode = (typeof bookingModes)[number];

export const schoolZones = ["A", "B", "C"] as const;
/** Where school holidays fall together, as the ministry draws it. */
export type SchoolZone = (typeof schoolZones)[number];

export const quotaPeriods = ["day", "week", "month"] as const;
export type QuotaPeriod = (typeof quotaPeriods)[number];

export const equipmentCodes = [
  "fibre",
  "screens",
  "printer",
  "meeting_room",
  "call_booth",
  "kitchen",
  "lockers",
  "parking",
  "bikes",
  "relaxation",
  "step_free",
  "terrace",
  "events",
] as const;
export type EquipmentCode = (typeof equipmentCodes)[number];

export const posterNames = [
  "luzech",
  "prayssac",
  "puy",
  "duravel",
  "atelier",
  "interieur",
  "terrasse",
] as const;
export type PosterName = (typeof posterNames)[number];

const localized = z.object({ fr: z.string(), en: z.string().optional() });
export type LocalizedText = z.infer<typeof localized>;

/** Texts a space says of itself; French is required, English falls back to it. */
export const spaceTexts = z.object({
  summary: localized,
  description: localized,
  access: localized,
  accessibility: localized,
  tariffs: localized,
  hosting: localized,
});
export type SpaceTexts = z.infer<typeof spaceTexts>;

export const wallIntervals = z.array(
  z.object({
    startMinute: z.number().int().min(0).max(1439),
    endMinute: z.number().int().min(1).max(1440),
    state: z.enum(["staffed", "self_service"]),
  }),
);

/** The zone of the network's own days (home page, reports); each space has its own for its hours. */
export const networkTimeZone = homeTimeZone;
