import { localeOf } from "@/lib/core/locale";
import { readEventCalendar, readEventNews } from "@/lib/events/feeds/queries";
import { eventCalendar, eventNews } from "@/lib/events/feeds/rules";
import { eventThemes } from "@/lib/events/schema";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { markedText } from "@/lib/web/marked-text";

/** Public and the same for all; asked about again each time, for what was cancelled is to be known at once. */
const kept = { "cache-control": "public, no-cache", "access-control-allow-origin": "*" };

const kinds = {
  calendar: {
    path: "/evenements/agenda.ics",
    read: readEventCalendar,
    write: eventCalendar,
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="agenda.ics"',
    },
  },
  news: {
    path: "/evenements/flux.xml",
    read: readEventNews,
    write: eventNews,
    headers: { "content-type": "application/rss+xml; charset=utf-8" },
  },
} as const;

/**
 * The agenda for programs, of the network, of a space (`lieu`) or a theme, in French unless `langue` says
 * otherwise; 404 for a space there is not, any other parameter counts for nothing.
 */
export async function eventFeed(request: Request, kind: keyof typeof kinds): Promise<Response> {
  const { path, read, write, headers } = kinds[kind];
  const query = new URL(request.url).searchParams;
  const theme = eventThemes.find((each) => each === query.get("theme")) ?? null;
  const locale = localeOf(query.get("langue") ?? "fr");
  const at = now();
  const { events, space } = await read({ space: query.get("lieu"), theme }, at);
  const origin = env().NEXTAUTH_URL;
  const source = new URL(path, origin);
  if (space) source.searchParams.set("lieu", space.slug);
  if (theme) source.searchParams.set("theme", theme);
  if (locale !== "fr") source.searchParams.set("langue", locale);
  const terms = { locale, origin, scope: { space, theme }, source: source.href, at };
  return markedText(request, write(events, terms), headers, kept);
}
