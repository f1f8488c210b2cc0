import { z } from "zod";
import { type Day, parseDay } from "@/lib/core/day";
import { oneLine, severalLines } from "@/lib/core/plain-text";
import { themes } from "../themes/schema";

export const adKinds = ["ask", "offer", "lend", "carpool"] as const;
export type AdKind = (typeof adKinds)[number];
export type AdTheme = (typeof themes)[number];

export const longestTitle = 120;
export const longestText = 2000;
export const longestCounterpart = 60;
export const longestSearch = 100;

/** Days an ad is shown unless its author says otherwise, and at most, from today on. */
export const usualDays = 30;
export const mostDays = 90;

const someDay = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: "invalidDate" });
  return z.NEVER;
});

const adFields = {
  kind: z.enum(adKinds),
  theme: z.enum(themes),
  title: z.string().max(400).transform(oneLine).pipe(z.string().min(1).max(longestTitle)),
  text: z.string().max(8_000).transform(severalLines).pipe(z.string().min(1).max(longestText)),
  counterpart: z
    .string()
    .max(400)
    .transform(oneLine)
    .pipe(z.string().max(longestCounterpart))
    .optional(),
  /** Slug of a space or INSEE code of a commune; left out when it does not matter. */
  place: z.string().max(80).optional(),
  /** Last local day it is shown, included. */
  validUntil: someDay,
};

export const adInput = z.strictObject(adFields);
export type AdInput = z.infer<typeof adInput>;

export const adIdInput = z.strictObject({ adId: z.uuid() });
export type AdIdInput = z.infer<typeof adIdInput>;

export const editAdInput = z.strictObject({ adId: z.uuid(), ...adFields });
export type EditAdInput = z.infer<typeof editAdInput>;

export type AdRefusal =
  | "unknown_place"
  | "day_passed"
  | "day_too_far"
  | "too_many_ads"
  | "posted_too_often"
  | "ad_closed";

/** What others see of it now: only what is open. */
export type AdState = "open" | "expired" | "closed" | "hidden";

export type AdPlace =
  | { kind: "space"; name: string; slug: string }
  | { kind: "commune"; name: string; insee: string };
