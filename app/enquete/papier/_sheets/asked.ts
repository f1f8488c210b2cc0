import { getLocale, getTranslations } from "next-intl/server";
import { sourceWords } from "@/components/surveys/source-words";
import { dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { type RateLimit, secondsToWait } from "@/lib/infra/rate-limit";
import { findComingCampaign, getCampaign } from "@/lib/surveys/campaigns/queries";
import { findSource } from "@/lib/surveys/sources/queries";
import { callerNetwork, currentActor } from "@/lib/web/session";

/** Sheets a network may take in ten minutes: each is drawn when it is asked for. */
const perNetwork: RateLimit = {
  name: "survey-sheet",
  times: 60,
  seconds: 600,
  forgets: "daily",
};

/** In points: usual, and for whoever reads large print (16 and more). */
const sizes = { normale: 10.5, grande: 18 } as const;

/** What a sheet is asked as: `?langue=en&taille=grande&src=luzech&campagne=…`; anything else is the usual one. */
export async function sheetAsked(request: Request) {
  if ((await secondsToWait(perNetwork, await callerNetwork())) !== null) return null;
  const at = now();
  const asked = new URL(request.url).searchParams;
  const slug = asked.get("campagne");
  // Another than the current one by its name; one that is being prepared for staff alone.
  const campaign =
    slug === null
      ? await findComingCampaign(at)
      : await getCampaign(await currentActor(), slug, at);
  if (!campaign) throw new NotFound();
  const locale: Locale = localeOf(asked.get("langue") ?? (await getLocale()));
  const isLarge = asked.get("taille") === "grande";
  const t = await getTranslations({ locale, namespace: "paper" });
  const found = await findSource(asked.get("src") ?? undefined, campaign.partners);
  const source = found ?? { code: "papier", kind: "own" as const, name: "" };
  const last = dayOf(new Date(campaign.closesAt.getTime() - 1), campaign.timeZone);
  const marks = {
    version: String(campaign.questionnaire.version),
    campaign: campaign.slug,
    source: source.code,
  };
  return {
    ...{ at, campaign, locale, isLarge, t, source, marks },
    size: isLarge ? sizes.grande : sizes.normale,
    sourceName: sourceWords(source, t),
    lastDay: formatDay(last, locale, dayOf(at, campaign.timeZone)),
  };
}

/** The file, shown in the browser rather than saved. */
export function pdfResponse(pdf: Buffer, name: string): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}.pdf"`,
      "cache-control": "no-store",
    },
  });
}

/** Too many sheets from one network. */
export function tooMany(): Response {
  return new Response(null, { status: 429, headers: { "retry-after": "600" } });
}
