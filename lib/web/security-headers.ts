type Circumstances = {
  nonce: string;
  secure: boolean;
  development: boolean;
  /** Address of an outside map's tiles, when the installation has chosen one. */
  tilesUrl?: string | undefined;
  /** Sign-in providers: their button is a form of ours that ends on their site. */
  issuers?: string[];
};

/**
 * What every page says to the browser: scripts by nonce only, nothing from another origin, never framed.
 * Style attributes stay allowed: the map library places its tiles and markers with them.
 */
export function securityHeaders({
  nonce,
  secure,
  development,
  tilesUrl,
  issuers = [],
}: Circumstances): Record<string, string> {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data:${tilesUrl ? ` ${originOfTiles(tilesUrl)}` : ""}`,
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...new Set(issuers.map((issuer) => new URL(issuer).origin))].join(" "),
    "frame-ancestors 'none'",
  ];
  return {
    "content-security-policy": directives.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "geolocation=(self), camera=(), microphone=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(secure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/** The origin of a tile address; `{s}` stands for its servers a, b, c. */
function originOfTiles(url: string): string {
  return new URL(url).origin.replace("{s}", "*");
}
