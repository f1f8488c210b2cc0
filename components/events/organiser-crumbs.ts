import { getTranslations } from "next-intl/server";
import { canRunDay } from "@/lib/bookings/policy";
import type { Actor } from "@/lib/core/actor";
import { canDo } from "@/lib/events/policy";

type Crumb = { label: string; href?: string };

/** Where whoever works on an event comes from, of the pages they may open: a speaker has the agenda only. */
export function crumbsFrom(actor: Actor, spaceId: string): "board" | "figures" | "agenda" {
  if (canRunDay(actor, spaceId)) return "board";
  return canDo(actor, "create", { spaceId }) ? "figures" : "agenda";
}

/** Where one is among the pages of a space: from its board for its hosts, from the figures for staff. */
export async function organiserCrumbs(
  actor: Actor,
  { id, slug, name }: { id: string; slug: string; name: string },
  page?: string,
): Promise<Crumb[]> {
  const [t, host, reports, events] = await Promise.all([
    getTranslations("eventsEdit.list"),
    getTranslations("host"),
    getTranslations("reports"),
    getTranslations("events"),
  ]);
  const last = page ? [{ label: page }] : [];
  const origin = crumbsFrom(actor, id);
  if (origin === "agenda") return [{ label: events("title"), href: "/evenements" }, ...last];
  const home =
    origin === "board"
      ? { label: host("title", { space: name }), href: `/hote/${slug}` }
      : { label: reports("title"), href: "/pilotage" };
  const list = { label: t("title"), ...(page ? { href: `/hote/${slug}/evenements` } : {}) };
  return [home, list, ...last];
}
