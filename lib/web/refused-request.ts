import { isFromOurPages } from "./same-origin";
import type { StandalonePage } from "./standalone-page";

/** Bytes of the largest request a form of ours can make, in any writing; the form itself says « too long » before. */
const largestBody = 256_000;

/** Sign-in providers come back from their own site; next-auth checks those by its own tokens. */
const fromElsewhere = /^\/api\/auth\//;

/**
 * What no page of ours ever sends is refused before Next reads it, for Next would call it an error of
 * the server: an address that is no text, a post from another site, too large, or unreadable.
 */
export async function refusedRequest(
  request: Request,
  publicOrigin: string,
): Promise<StandalonePage | null> {
  const { pathname } = new URL(request.url);
  if (!isText(pathname)) return { status: 400, words: "unreadable" };
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return null;
  if (fromElsewhere.test(pathname)) return null;
  if (!isFromOurPages(request.headers, publicOrigin)) return { status: 403, words: "otherSite" };
  const length = request.headers.get("content-length");
  if (length === null || Number(length) > largestBody) return { status: 413, words: "tooLarge" };
  return isReadable(await formOf(request)) ? null : { status: 400, words: "unreadable" };
}

function isText(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}

async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.clone().formData();
  } catch {
    return null;
  }
}

/** React writes the arguments of an action as JSON under « 0 »: anything else there is not ours. */
function isReadable(form: FormData | null): boolean {
  if (!form) return false;
  const written = form.get("0");
  if (written === null) return true;
  try {
    return typeof written === "string" && Array.isArray(JSON.parse(written));
  } catch {
    return false;
  }
}
