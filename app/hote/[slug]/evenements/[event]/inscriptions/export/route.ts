import { getLocale, getTranslations } from "next-intl/server";
import { registrationsFile } from "@/components/registrations/registrations-file";
import { localeOf } from "@/lib/core/locale";
import { listRegistrations } from "@/lib/events/registrations/queries";
import { now } from "@/lib/infra/clock";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";

type Context = { params: Promise<{ slug: string; event: string }> };

/** Everybody registered as CSV, for those who may see them; 404 for anybody else. */
export const GET = apiRoute("event registrations", async (_request, { params }: Context) => {
  const [{ slug, event: eventSlug }, actor] = [await params, await currentActor()];
  const where = { space: slug, event: eventSlug };
  const registrations = await listRegistrations(actor, where, now());
  const { event, rows } = registrations;
  noteViews(actor, { spaceId: event.space.id, screen: "event_registrations", people: rows });
  const [t, language] = await Promise.all([getTranslations("eventsRegister"), getLocale()]);
  const name = `${t("host.csv.fileName")}-${eventSlug}.csv`;
  return new Response(registrationsFile(registrations, { t, locale: localeOf(language) }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
});
