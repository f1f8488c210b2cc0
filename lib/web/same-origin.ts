/**
 * A request that changes something must come from a page of ours: browsers say so by Sec-Fetch-Site or
 * Origin, which a page of another site cannot forge. One that says neither is refused.
 */
export function isFromOurPages(headers: Headers, publicOrigin: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin === null) return site === "same-origin";
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === headers.get("host") || host === new URL(publicOrigin).host;
}
