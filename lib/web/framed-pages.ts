import { now } from "@/lib/infra/clock";
import { log } from "@/lib/infra/log";
import { listFramePartners } from "@/lib/surveys/campaigns/partners/queries";

/** The only parts of the site another one may show inside its pages: no session is read there. */
const framed = ["/enquete/integree", "/evenements/integre"];

/** The script a partner's page takes from us to give the frame its height. */
const frameScript = "/enquete/integration/cadre.js";

export function isFramedPath(path: string): boolean {
  return framed.some((page) => path === page || path.startsWith(`${page}/`));
}

export type Framing = {
  /** Origins that may frame the page; none for every other page. */
  ancestors: string[];
  /** Whether a page of another site may take the file. */
  isShared: boolean;
};

/** The code an address of the frame opens. */
const coded = /^\/enquete\/integree\/(?:repondre|merci)\/([\w-]{22})(?:\/|$)/;

/**
 * Who may frame an address: the partners of the campaign its answers are for, on the pages made for them;
 * the agenda, those of the survey that is or was asked last and of the next.
 * What is sent at the last minute comes back into the frame it left, whichever campaign is asked next.
 */
export async function framingOf(path: string, at: Date = now()): Promise<Framing> {
  const isShared = path === frameScript;
  if (!isFramedPath(path)) return { ancestors: [], isShared };
  try {
    const partners = await listFramePartners(coded.exec(path)?.[1] ?? null, at);
    const origins = new Set(partners.map(({ origin }) => origin).filter(isOrigin));
    return { ancestors: [...origins], isShared };
  } catch (error) {
    log.warn({ err: error }, "partners could not be read: nobody may frame");
    return { ancestors: [], isShared };
  }
}

/** Nothing but an origin may stand in a header. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[a-z0-9.:-]+$/.test(text) && URL.parse(text)?.origin === text;
}
