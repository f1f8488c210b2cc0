import { env } from "@/lib/infra/env";
import type { Framing } from "./framed-pages";
import { securityHeaders, type Trusted } from "./security-headers";

/** The security headers of this installation; `secure`: the visitor came by https. */
export function ownHeaders(
  trusted: Trusted,
  secure: boolean,
  framing: Partial<Framing> = {},
): Record<string, string> {
  return securityHeaders({
    trusted,
    secure,
    ...framing,
    development: env().NODE_ENV === "development",
    tilesUrl: env().MAP_TILES_URL,
    issuers: env().OIDC_PROVIDERS.map(({ issuer }) => issuer),
  });
}
