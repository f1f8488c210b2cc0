import { isFromOurPages } from "./same-origin";
import type { StandalonePage } from "./standalone-page";

/** Bytes of the largest request a form of ours can make, in any writing; the form itself says « too long » before. */
const largestBody = 256_000;
/** Pages whose form sends a photo or a table: more than it may weigh, so that the form itself can say so. */
const largestWithPhoto = 12_000_000;
const photoPages =
  /^\/(?:mon-espace\/profil\/photo|hote\/[^/]+\/evenements\/[^/]+\/affiche|pilotage\/lieux-voisins)$/;

/**
 * Sign-in providers come back from their own site; next-auth checks those by its own tokens. A mailbox
 * posts what its reader stops (RFC 8058) and says no origin; the address of the mail is the right.
 */
const fromElsewhere = /^\/(?:api\/auth\/|(?:desabonnement|enquete\/contact\/arreter)\/un-clic$)/;

/**
 * What no page of ours ever sends is refused before Next reads it, for Next would call it an error of
 * the server: an address that is no text, a post from another site, too large, or unreadable. A photo is
 * read for whoever is signed in; it is asked only when one comes.
 */
export async function refusedRequest(
  request: Request,
  publicOrigin: string,
  isSignedIn: () => Promise<boolean>,
): Promise<StandalonePage | null> {
  const url = new URL(request.url);
  if (!isText(url)) return { status: 400, words: "unreadable" };
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return null;
  if (!fromElsewhere.test(url.pathname) && !isFromOurPages(request.headers, publicOrigin)) {
    return { status: 403, words: "otherSite" };
  }
  const length = request.headers.get("content-length");
  const isPhoto = photoPages.test(url.pathname);
  const largest = isPhoto ? largestWithPhoto : largestBody;
  if (length === null || Number(length) > largest) return { status: 413, words: "tooLarge" };
  // Megabytes are read for nobody but a member: the form asks a visitor to sign in before it sends any.
  if (Number(length) > largestBody && !(await isSignedIn())) {
    return { status: 413, words: "tooLarge" };
  }
  return isReadable(await formOf(request)) ? null : { status: 400, words: "unreadable" };
}

/** Postgres takes no NUL, in a path or in a parameter; a parameter's broken escapes are read as « � ». */
function isText({ pathname, searchParams }: URL): boolean {
  try {
    if (decodeURIComponent(pathname).includes("\0")) return false;
  } catch {
    return false;
  }
  return ![...searchParams].flat().some((text) => text.includes("\0"));
}

async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.clone().formData();
  } catch {
    return null;
  }
}

/**
 * React writes the arguments of an action as JSON: under « 0 » with JavaScript, under
 * « $ACTION_<n>:<m> » in a form sent without it. Anything else there is not ours.
 */
function isReadable(form: FormData | null): boolean {
  if (!form) return false;
  return [...form].every(([name, written]) => {
    if (name === "0") return Array.isArray(parsed(written));
    return !/^\$ACTION_[^:]*:/.test(name) || parsed(written) !== undefined;
  });
}

function parsed(written: FormDataEntryValue): unknown {
  try {
    return typeof written === "string" ? JSON.parse(written) : undefined;
  } catch {
    return undefined;
  }
}
