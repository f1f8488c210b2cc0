/**
 * What may run in a page: what bears its nonce; or in one kept for all our files and its inline scripts,
 * by their hashes. Nothing at all where there is no hash: Next runs no page without a script in it.
 */
export type Trusted = { nonce: string } | { hashes: string[] };

/** Pictures people sent: whatever they hold, opened by itself nothing of it runs or is fetched. */
const sentPictures = /^\/(?:membres|evenements)\/[^/]+\/photo$/;

/** What is said besides of a file at that address that somebody sent us; nothing for any other. */
export function headersOfSentFile(path: string): Record<string, string> {
  return sentPictures.test(path)
    ? { "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox" }
    : {};
}

type Circumstances = {
  trusted: Trusted;
  secure: boolean;
  development: boolean;
  /** Address of an outside map's tiles, when the installation has chosen one. */
  tilesUrl?: string | undefined;
  /** Sign-in providers: their button is a form of ours that ends on their site. */
  issuers?: string[];
  /** Origins that may show the page inside theirs; nobody, without. */
  ancestors?: string[];
  /** A file a page of another site may take. */
  isShared?: boolean;
};

/**
 * What every page says to the browser: no script it does not name, nothing from another origin, framed by nobody but whom the
 * page is made for.
 * Style attributes stay allowed: the map library places its tiles and markers with them.
 */
export function securityHeaders({
  trusted,
  secure,
  development,
  tilesUrl,
  issuers = [],
  ancestors = [],
  isShared = false,
}: Circumstances): Record<string, string> {
  const named = "nonce" in trusted ? [`'nonce-${trusted.nonce}'`] : [];
  const scripts = "nonce" in trusted ? [...named, "'strict-dynamic'"] : trusted.hashes;
  const isStill = scripts.length === 0;
  const evaluated = development ? ["'unsafe-eval'"] : [];
  const directives = [
    "default-src 'self'",
    ["script-src", isStill ? "'none'" : "'self'", ...scripts, ...evaluated].join(" "),
    development
      ? "style-src 'self' 'unsafe-inline'"
      : ["style-src-elem 'self'", ...named].join(" "),
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data:${tilesUrl ? ` ${originOfTiles(tilesUrl)}` : ""}`,
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...new Set(issuers.map((issuer) => new URL(issuer).origin))].join(" "),
    `frame-ancestors ${ancestors.length > 0 ? ancestors.join(" ") : "'none'"}`,
  ];
  return {
    "content-security-policy": directives.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "geolocation=(self), camera=(), microphone=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": isShared ? "cross-origin" : "same-origin",
    ...(secure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/** The origin of a tile address; `{s}` stands for its servers a, b, c. */
function originOfTiles(url: string): string {
  return new URL(url).origin.replace("{s}", "*");
}
