import { z } from "zod";

/** Pixels of the square that is kept and shown. */
export const photoSide = 512;
/** Bytes a telephone's photo has at the most. */
export const largestPhoto = 8_000_000;

/** Photos one may send in ten minutes: each costs a second of the processor. */
export const photoLimit = { name: "photos", times: 10, seconds: 600 };

/** A file chosen; a field left empty comes as a file of no bytes. */
export const photoInput = z.strictObject({
  photo: z
    .instanceof(File)
    .refine((file) => file.size > 0, { message: "required" })
    .refine((file) => file.size <= largestPhoto, { message: "photoTooHeavy" }),
});

export type PhotoRefusal =
  | "not_an_image"
  | "moving"
  | "too_many_pixels"
  | "too_heavy"
  | "too_many_tries";

/** Taking it away needs nothing but who asks. */
export const removePhotoInput = z.strictObject({});
