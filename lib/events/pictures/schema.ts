import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";
import { longest } from "../schema";

/** Pixels of what is kept and shown: three to two, as the page is drawn. */
export const pictureSize = { width: 1_200, height: 800 } as const;
/** Bytes a telephone's photo has at the most. */
export const largestPicture = 8_000_000;

/** Pictures one may send in ten minutes: each costs a second of the processor. */
export const pictureLimit = { name: "event-pictures", times: 10, seconds: 600 };

/** Never without the words said in its place. */
export const pictureInput = z.strictObject({
  eventId: z.uuid(),
  photo: z
    .instanceof(File)
    .refine((file) => file.size > 0, { message: "required" })
    .refine((file) => file.size <= largestPicture, { message: "photoTooHeavy" }),
  alternative: z
    .string()
    .max(800)
    .transform(oneLine)
    .pipe(z.string().min(1, "required").max(longest.alternative)),
});
export type PictureInput = { eventId: string; bytes: Buffer; alternative: string };

export type PictureRefusal =
  | "not_an_image"
  | "moving"
  | "too_many_pixels"
  | "too_heavy"
  | "too_many_tries";
