import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";
import { eventSlugInput } from "../attendance/schema";

export const arriveInput = z.strictObject({
  event: eventSlugInput,
  /** Of the sheet by the door. */
  code: z.string().max(40),
  name: z.string().max(400).transform(oneLine).pipe(z.string().min(1).max(80)),
  /** The one they registered with; left out by whoever did not. */
  email: z.string().trim().toLowerCase().max(200).pipe(z.email()).optional(),
  /** Sent twice, the same arrival is one. */
  id: z.uuid(),
});
export type ArriveInput = z.infer<typeof arriveInput>;

export type ArriveRefusal = "wrong_code" | "not_today" | "too_often" | "too_many_arrivals";
