import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

const globals = globalThis as typeof globalThis & { cowlotingSettlesAddresses?: true };

/**
 * The address of whoever calls: what this server saw, or with proxies in front what the outermost of
 * ours saw. Counted from the right, for all that is further left is only what the caller says.
 */
export function callerAddress(
  forwardedFor: string | undefined,
  peer: string,
  trustedProxies: number,
): string {
  const named = (forwardedFor ?? "").split(",").map((address) => address.trim());
  // Fewer names than proxies: it did not come through all of them, so only the peer is sure.
  return [...named.filter((address) => address !== ""), peer].at(-1 - trustedProxies) ?? peer;
}

/**
 * From now on every request of this process carries the caller's one address in X-Forwarded-For,
 * whatever it came with: Next keeps the header as it is sent, and shows the socket to nobody.
 */
export function settleCallerAddresses(trustedProxies: number): void {
  // Once: a second reading would take our own answer for a proxy's.
  if (globals.cowlotingSettlesAddresses) return;
  globals.cowlotingSettlesAddresses = true;
  subscribe("http.server.request.start", (message) => {
    const request = requestIn(message);
    if (!request) return;
    const sent = request.headersDistinct["x-forwarded-for"]?.join(",");
    const peer = request.socket.remoteAddress ?? "";
    request.headers["x-forwarded-for"] = callerAddress(sent, peer, trustedProxies);
  });
}

function requestIn(message: unknown): IncomingMessage | null {
  if (typeof message !== "object" || message === null || !("request" in message)) return null;
  return message.request instanceof IncomingMessage ? message.request : null;
}
