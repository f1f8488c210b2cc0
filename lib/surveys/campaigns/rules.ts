import { dayOf, instantAt, wallMinuteOf } from "@/lib/core/day";
import type { CampaignState, Partner, WallWindow } from "./schema";

type Window = {
  opensAt: Date;
  closesAt: Date;
  readyAt: Date | null;
  publishedAt: Date | null;
};

/** Where a campaign stands at an instant; the window is half-open, so that 23:59:59 is in and 00:00:00 out. */
export function campaignStateAt(campaign: Window, at: Date): CampaignState {
  if (!campaign.readyAt) return "draft";
  if (at < campaign.opensAt) return "to_come";
  if (at < campaign.closesAt) return "open";
  return campaign.publishedAt && campaign.publishedAt <= at ? "published" : "closed";
}

type Standing = { opensAt: Date; closesAt: Date; state: CampaignState };

/**
 * Which campaign somebody means who names none. `asked`: the open one, else the last that closed, for its
 * sheets still come in and its results are awaited. `coming`: the open one, else the next. `heard`, of what
 * they wish to hear: the open one, else the last that closed until it is published, then the next. Any that
 * is ready where there is none of these; null without.
 */
export function meantCampaign<Known extends Standing>(
  campaigns: readonly Known[],
  meaning: "asked" | "coming" | "heard",
): Known | null {
  const inOrder = campaigns.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  const open = inOrder.find(({ state }) => state === "open");
  const next = inOrder.find(({ state }) => state === "to_come");
  const over = inOrder.findLast(({ state }) => state === "closed" || state === "published");
  const isNextMeant = meaning === "coming" || (meaning === "heard" && over?.state === "published");
  return open ?? (isNextMeant ? (next ?? over) : (over ?? next)) ?? null;
}

/** Sources that are no partner's site. */
export const ownSources = ["site", "presse", "papier", "affiche"] as const;

/**
 * Where an answer came from, as it is stored: a partner's code or one of ours. Anything else in the
 * address, a referrer above all, is `site`.
 */
export function sourceOf(given: string | undefined, partners: readonly Partner[]): string {
  const known = [...ownSources, ...partners.map(({ code }) => code)];
  return known.find((source) => source === given) ?? "site";
}

type Instants = { opensAt: Date; closesAt: Date };

/** The half-open instants of a window said in wall time of `timeZone`, its last minute included. */
export function instantsOf(wall: WallWindow, timeZone: string): Instants {
  return {
    opensAt: instantAt(wall.firstDay, wall.firstMinute, timeZone),
    closesAt: instantAt(wall.lastDay, wall.lastMinute + 1, timeZone),
  };
}

/** A window as it is said: the minute it opens and the last one in which an answer is taken. */
export function wallWindowOf({ opensAt, closesAt }: Instants, timeZone: string): WallWindow {
  const last = new Date(closesAt.getTime() - 1);
  return {
    firstDay: dayOf(opensAt, timeZone),
    firstMinute: wallMinuteOf(opensAt, timeZone),
    lastDay: dayOf(last, timeZone),
    lastMinute: wallMinuteOf(last, timeZone),
  };
}
