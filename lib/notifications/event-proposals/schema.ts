import { z } from "zod";

/** What hosts are told of an event a member proposes. */
export const eventProposedPayload = z.object({
  title: z.string(),
  spaceName: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  timeZone: z.string(),
  url: z.url(),
});
export type EventProposedPayload = z.infer<typeof eventProposedPayload>;

const eventDecidedPayload = eventProposedPayload.extend({
  decision: z.enum(["accepted", "refused"]),
  /** Words of the host, as typed. */
  reason: z.string().nullable(),
});
export type EventDecidedPayload = z.infer<typeof eventDecidedPayload>;

export const proposalPayloads = {
  "event-proposed": eventProposedPayload,
  "event-decided": eventDecidedPayload,
} as const;
