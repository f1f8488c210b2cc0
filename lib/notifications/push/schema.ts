import { z } from "zod";

const bytes = (length: number) =>
  z
    .string()
    .max(200)
    .regex(/^[\w-]+={0,2}$/)
    .refine((text) => Math.floor((text.replace(/=/g, "").length * 3) / 4) === length);

/** What a browser gives to be pushed to: the address of its push service and its keys (RFC 8291). */
export const subscribeInput = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).max(1000),
  /** A point of P-256, uncompressed. */
  p256dh: bytes(65),
  auth: bytes(16),
});
export type SubscribeInput = z.infer<typeof subscribeInput>;

/** Browsers of one person; the oldest goes. */
export const mostDevices = 10;

export const pushRefusals = ["address_refused"] as const;
/** Each has its sentence in components/notifications/refusals.ts. */
export type PushRefusal = (typeof pushRefusals)[number];
