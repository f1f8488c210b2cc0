import { getLocale } from "next-intl/server";
import { localeOf } from "@/lib/core/locale";
import { getPublishedEvent } from "@/lib/events/feeds/queries";
import { addressOfEvent, eventCalendar } from "@/lib/events/feeds/rules";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { apiRoute } from "@/lib/web/api-route";
import { markedText } from "@/lib/web/marked-text";

type Context = { params: Promise<{ slug: string }> };

/** One event as a calendar file, for « Ajouter à mon agenda »; 404 for what is not published. */
export const GET = apiRoute("event-calendar", async (request, { params }: Context) => {
  const { slug } = await params;
  const at = now();
  const event = await getPublishedEvent(slug, at);
  const origin = env().NEXTAUTH_URL;
  const source = `${addressOfEvent(event, origin)}/agenda.ics`;
  const scope = { space: event.space, theme: null };
  const locale = localeOf(await getLocale());
  const text = eventCalendar([event], { locale, origin, scope, source, at });
  const file = {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'attachment; filename="evenement.ics"',
  };
  return markedText(request, text, file, { "cache-control": "private, no-cache" });
});
