import { getLocale, getTranslations } from "next-intl/server";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { csvOfEvents } from "@/lib/reports/events/exports/rules";
import { readPeriod } from "@/lib/reports/events/periods/rules";
import { getEventsReport } from "@/lib/reports/events/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

/** Events of a period as CSV; 400 for a period that cannot be, 404 for whoever may not read it. */
export const GET = apiRoute("event figures export", async (request) => {
  const { searchParams } = new URL(request.url);
  const of = (key: string) => searchParams.get(key) ?? "";
  const asked = { periode: of("periode"), jour: of("jour"), du: of("du"), au: of("au") };
  const at = now();
  const { range, isValid } = readPeriod(asked, dayOf(at, networkTimeZone));
  const report = await getEventsReport(await currentActor(), range, at);
  if (!isValid) return new Response(null, { status: 400 });
  const [t, themes, locale] = await Promise.all([
    getTranslations("eventsFigures"),
    getTranslations("events.themes"),
    getLocale(),
  ]);
  const text = csvOfEvents(report, {
    header: (key) => t(`csv.${key}`),
    group: (key) => t(`groups.${key}`),
    theme: (key) => (themes.has(key as "other") ? themes(key as "other") : key),
    figure: (key) => t(`figures.${key}`),
    definition: (key) => t(`definitions.${key}`),
    decimal: locale === "fr" ? "," : ".",
    untold: (because) => t(`untold.${because}`),
    nothing: "",
  });
  const name = `${t("csv.fileName")}-${range.first}-${range.last}.csv`;
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
});
