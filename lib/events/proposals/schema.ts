import { z } from "zod";
import { severalLines } from "@/lib/core/plain-text";
import type { EditingRefusal, EventFields } from "../editing/schema";

export type ProposeEventInput = {
  slug: string;
  idempotencyKey?: string | undefined;
  fields: EventFields;
};

/** Refused, the member reads why. */
export const refuseProposalInput = z.strictObject({
  eventId: z.uuid(),
  reason: z
    .string()
    .max(2_000)
    .transform(severalLines)
    .pipe(z.string().min(1, "required").max(500)),
});
export type RefuseProposalInput = z.infer<typeof refuseProposalInput>;

/** Open at once in the network by one person: enough to plan a term, too few to flood. */
export const mostProposals = 5;

/** The hosts have answered already. */
export type WithdrawRefusal = "decided";

export type ProposalRefusal = EditingRefusal | "too_many_proposals" | "proposed_too_often";
