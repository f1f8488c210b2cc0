import { createHash } from "node:crypto";

/**
 * A text with a mark that changes when it does (ETag); whoever says they have it is answered 304
 * without it. Last-Modified may be told but is not judged by.
 */
export function markedText(
  request: Request,
  text: string,
  headers: Record<string, string>,
  kept: Record<string, string> = {},
): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const always = { etag, ...kept };
  return isKnown(request.headers.get("if-none-match"), etag)
    ? new Response(null, { status: 304, headers: always })
    : new Response(text, { headers: { ...always, ...headers } });
}

/** Weak comparison, as RFC 9110, 13.1.2 asks of If-None-Match. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? "")
    .split(",")
    .map((each) => each.trim().replace(/^W\//, ""))
    .some((each) => each === etag || each === "*");
}
