import { now } from "@/lib/infra/clock";
import { log } from "@/lib/infra/log";
import { findCurrentCampaign } from "@/lib/surveys/campaigns/queries";

/** The only part of the site another one may show inside its pages: no session is read there. */
const framed = "/enquete/integree";

/** The script a partner's page takes from us to give the frame its height. */
const frameScript = "/enquete/integration/cadre.js";

export function isFramedPath(path: string): boolean {
  return path === framed || path.startsWith(`${framed}/`);
}

export type Framing = {
  /** Origins that may frame the page; none for every other page. */
  ancestors: string[];
  /** Whether a page of another site may take the file. */
  isShared: boolean;
};

/** Who may frame an address: the partners of the campaign, on the pages made for them. */
export async function framingOf(path: string): Promise<Framing> {
  const isShared = path === frameScript;
  if (!isFramedPath(path)) return { ancestors: [], isShared };
  try {
    const campaign = await findCurrentCampaign(now());
    return {
      ancestors: (campaign?.partners ?? []).map(({ origin }) => origin).filter(isOrigin),
      isShared,
    };
  } catch (error) {
    log.warn({ err: error }, "partners could not be read: nobody may frame");
    return { ancestors: [], isShared };
  }
}

/** Nothing but an origin may stand in a header. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[a-z0-9.:-]+$/.test(text) && URL.parse(text)?.origin === text;
}
