import { z } from "zod";
import { proofField } from "../hosted/schema";
import { bookingPartInput, spaceSlugInput } from "../schema";

export const walkInInput = z
  .strictObject({
    slug: spaceSlugInput,
    part: bookingPartInput,
    personId: z.uuid().optional(),
    ...proofField,
    guestName: z.string().trim().min(1).max(80).optional(),
    idempotencyKey: z.uuid(),
  })
  .refine((input) => (input.personId === undefined) !== (input.guestName === undefined), {
    path: ["guestName"],
    message: "required",
  });
export type WalkInInput = z.infer<typeof walkInInput>;

export const walkInRefusals = [
  "space_closed",
  "slot_over",
  "space_full",
  "house_full",
  "already_booked",
  "unknown_person",
  "idempotency_key_reused",
] as const;
export type WalkInRefusal = (typeof walkInRefusals)[number];
