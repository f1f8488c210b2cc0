import { getLocale, getTranslations } from "next-intl/server";
import { residenceWords } from "@/components/reports/residence-words";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { csvOfReport } from "@/lib/reports/exports/rules";
import { readPeriod } from "@/lib/reports/periods/rules";
import { getNetworkReport, listReportMonths } from "@/lib/reports/queries";
import { monthOf } from "@/lib/reports/schema";
import { networkTimeZone } from "@/lib/spaces/schema";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

/** The report of whole months as CSV; 400 for a period that cannot be, 404 for whoever may not read it. */
export const GET = apiRoute("report export", async (request) => {
  const { searchParams } = new URL(request.url);
  const asked = {
    first: searchParams.get("du") ?? undefined,
    last: searchParams.get("au") ?? undefined,
  };
  const [actor, at] = [await currentActor(), now()];
  const months = await listReportMonths(actor, at);
  const current = monthOf(dayOf(at, networkTimeZone));
  const { period, isValid } = readPeriod(asked, months, current);
  if (!isValid) return new Response(null, { status: 400 });
  const [report, t, locale] = await Promise.all([
    getNetworkReport(actor, period, at),
    getTranslations("reports"),
    getLocale(),
  ]);
  const text = csvOfReport(report, {
    label: (key) => t(`csv.${key}`),
    residence: (line) => t("csv.residence", { name: residenceWords(line, t) }),
    decimal: locale === "fr" ? "," : ".",
    tooFew: t("fewerThanFive"),
  });
  const name = `${t("csv.fileName")}-${period.first}-${period.last}.csv`;
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
});
