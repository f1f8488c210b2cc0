import { getTranslations } from "next-intl/server";
import { dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readPeriod } from "@/lib/reports/events/periods/rules";
import { fileFormats } from "@/lib/reports/files/schema";
import { canReadReports } from "@/lib/reports/policy";
import { findReportInTime } from "@/lib/reports/preparations/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";
import { askedPeriod } from "../asked-period";
import { fileAnswer, refusedInWords, toPreparing, writtenFile } from "../written-file";

type Context = { params: Promise<{ format: string }> };

/**
 * The report of a period as a file (csv, codes, ods, xlsx, pdf, json). 404 for whoever may not read it; then
 * 400, in words, for a format that does not exist or a period that cannot be; what takes long is prepared instead.
 */
export const GET = apiRoute("report file", async (request: Request, { params }: Context) => {
  const [{ format: asked }, actor, at] = [await params, await currentActor(), now()];
  if (!canReadReports(actor)) throw new NotFound();
  const t = await getTranslations("reportFiles");
  const format = fileFormats.find((each) => each === asked);
  if (!format) return refusedInWords(t("badFormat", { formats: fileFormats.join(", ") }));
  const period = askedPeriod(new URL(request.url).searchParams);
  const { range, problem } = readPeriod(period, dayOf(at, networkTimeZone));
  if (problem !== null) return refusedInWords(t("badPeriod"));
  const report = await findReportInTime(actor, range, at);
  if (!report) return toPreparing(range);
  return fileAnswer(await writtenFile(report, format, at));
});
