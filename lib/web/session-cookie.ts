import { env } from "@/lib/infra/env";

/** `__Host-`: sent back to this host only, over https, never set by a sub-domain. */
export function sessionCookieName(): string {
  const isSecure = env().NEXTAUTH_URL.startsWith("https:");
  return isSecure ? "__Host-cowloting.session" : "cowloting.session";
}
