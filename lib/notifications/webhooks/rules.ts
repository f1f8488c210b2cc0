import type { WebhookRefusal } from "./schema";

export const secretPrefix = "whsec_";

/**
 * Whether an address may be told: https without a password in it; plain http only where everything is
 * invented. That it is of the public internet is checked at each sending, when its name is known.
 */
export function decideWebhookAddress(
  address: string,
  isDemonstration: boolean,
): Extract<WebhookRefusal, "address_invalid" | "address_not_secure"> | null {
  if (!URL.canParse(address)) return "address_invalid";
  const url = new URL(address);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  if (!isWeb || url.username !== "" || url.password !== "") return "address_invalid";
  return url.protocol === "http:" && !isDemonstration ? "address_not_secure" : null;
}

/** The body of a message (Standard Webhooks): what happened, when, and the booking as it was then. */
export function messageOf(delivery: { kind: string; createdAt: Date; payload: unknown }): string {
  return JSON.stringify({
    type: delivery.kind,
    timestamp: delivery.createdAt.toISOString(),
    data: delivery.payload,
  });
}

/** What is signed: identifier, seconds since 1970, body. */
export function signedContent(id: string, sentAt: Date, body: string): string {
  return `${id}.${secondsOf(sentAt)}.${body}`;
}

export function secondsOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

/** Whether another try makes sense: the address is gone for good at 410; after the last try nothing is. */
export function isGivenUp(status: number | null, isLast: boolean): boolean {
  return isLast || status === 410;
}
