import { networkPrefix } from "@/lib/identity/rules";

/** The network of whoever sent these headers, for limits; its address was settled when the request came in. */
export function networkOf(headers: { get: (name: string) => string | null }): string {
  return networkPrefix(headers.get("x-forwarded-for") ?? "");
}
