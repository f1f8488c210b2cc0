import { z } from "zod";

export const webhookKinds = [
  "booking.requested",
  "booking.created",
  "booking.changed",
  "booking.cancelled",
] as const;
/** What an address may be told of. */
export type WebhookKind = (typeof webhookKinds)[number];

export const createWebhookInput = z.strictObject({
  adresse: z.string().trim().min(1).max(500),
  /** One box ticked is a text, several are a list. */
  evenements: z
    .union([z.enum(webhookKinds), z.array(z.enum(webhookKinds)).max(webhookKinds.length)])
    .transform((kinds) => [kinds].flat())
    .default([...webhookKinds]),
  /** Bookings of that space, for those who host it; left out: one's own. */
  lieu: z.uuid().optional(),
});
export type CreateWebhookInput = z.infer<typeof createWebhookInput>;

export const webhookIdInput = z.strictObject({ webhookId: z.uuid() });
export type WebhookIdInput = z.infer<typeof webhookIdInput>;

export const deliveryIdInput = z.strictObject({ deliveryId: z.uuid() });
export type DeliveryIdInput = z.infer<typeof deliveryIdInput>;

/** A person may hold this many addresses at once. */
export const mostWebhooks = 10;

export type WebhookRefusal = "address_invalid" | "address_not_secure" | "too_many_webhooks";
