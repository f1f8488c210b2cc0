import type { PushRefusal } from "@/lib/notifications/push/schema";
import type { UnsubscribeRefusal } from "@/lib/notifications/unsubscribing/schema";
import type { WebhookRefusal } from "@/lib/notifications/webhooks/schema";

/** Each refusal has its sentence in the keys messages: a missing one does not compile. */
export const webhookRefusalKeys = {
  address_invalid: "refusals.address_invalid",
  address_not_secure: "refusals.address_not_secure",
  too_many_webhooks: "refusals.too_many_webhooks",
} as const satisfies Record<WebhookRefusal, string>;

export const pushRefusalKeys = {
  address_refused: "addressRefused",
} as const satisfies Record<PushRefusal, string>;

export const unsubscribeRefusalKeys = {
  link_broken: "stop.broken",
} as const satisfies Record<UnsubscribeRefusal, string>;
