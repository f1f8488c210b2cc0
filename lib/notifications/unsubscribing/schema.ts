import { z } from "zod";
import { categories, frequencies } from "../choices/schema";

/** What a link in a mail stops: one category, or everything that comes as a digest. */
export const topics = [...categories, "digest"] as const;
export type Topic = (typeof topics)[number];

export const tokenInput = z.string().min(1).max(400);

/** What was stopped: the category and how it was sent before, so that it can be taken back. */
export const stoppedList = z.array(
  z.strictObject({ category: z.enum(categories), mail: z.enum(frequencies) }),
);
export type Stopped = z.infer<typeof stoppedList>;

/** « messages:daily,community:weekly », as an address and a form carry it. */
export const stoppedText = z
  .string()
  .max(400)
  .transform((text) =>
    text.split(",").map((part) => {
      const [category, mail] = part.split(":");
      return { category, mail };
    }),
  )
  .pipe(stoppedList);

export const unsubscribeInput = z.strictObject({ jeton: tokenInput });
export type UnsubscribeInput = z.infer<typeof unsubscribeInput>;

export const resubscribeInput = z.strictObject({ jeton: tokenInput, avant: stoppedText });
export type ResubscribeInput = z.infer<typeof resubscribeInput>;

export const unsubscribeRefusals = ["link_broken"] as const;
/** Each has its sentence in components/notifications/refusals.ts. */
export type UnsubscribeRefusal = (typeof unsubscribeRefusals)[number];
