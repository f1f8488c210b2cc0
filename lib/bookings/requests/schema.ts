import { z } from "zod";
import { bookingRefusals, spaceSlugInput } from "../schema";

const reasonInput = z.string().trim().min(1).max(500);

/** The member reads the reason: saying no without one leaves nothing to do next. */
export const refuseRequestInput = z.strictObject({ bookingId: z.uuid(), reason: reasonInput });
export type RefuseRequestInput = z.infer<typeof refuseRequestInput>;

/** A form with one box ticked sends one id, with several a list. */
const bookingIds = z
  .union([z.uuid().transform((id) => [id]), z.array(z.uuid()).min(1).max(100)])
  .transform((ids) => [...new Set(ids)]);

export const answerRequestsInput = z
  .strictObject({
    slug: spaceSlugInput,
    bookingIds,
    answer: z.enum(["confirm", "refuse"]),
    reason: reasonInput.optional(),
  })
  .refine(({ answer, reason }) => answer === "confirm" || reason !== undefined, {
    path: ["reason"],
    message: "required",
  });
export type AnswerRequestsInput = z.infer<typeof answerRequestsInput>;

const requestRefusals = [...bookingRefusals, "already_answered", "request_lapsed"] as const;
export type RequestRefusal = (typeof requestRefusals)[number];
