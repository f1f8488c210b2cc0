import { getLocale, getTranslations } from "next-intl/server";
import { metricSheets } from "@/components/diagnosis/sheets/metric-sheets";
import { reportOf } from "@/components/diagnosis/sheets/report";
import type { SheetContext } from "@/components/diagnosis/sheets/sheet-words";
import { spreadsheetTabs } from "@/components/diagnosis/sheets/spreadsheet-tabs";
import { dayOf } from "@/lib/core/day";
import { type Locale, localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { writePdf } from "@/lib/infra/pdf";
import { writeSpreadsheet } from "@/lib/infra/spreadsheet";
import { networkTimeZone } from "@/lib/spaces/schema";
import { findChosenCampaign } from "@/lib/surveys/campaigns/choices/queries";
import {
  codeBookOfSheets,
  csvOfSheets,
  type ExportWords,
} from "@/lib/surveys/diagnosis/exports/rules";
import { getDiagnosis } from "@/lib/surveys/diagnosis/queries";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

type File = { body: BodyInit; type: string; name: string };

/**
 * The diagnosis as a file (`format`: csv, codes, ods, pdf) in a language (`langue`), of a campaign
 * (`campagne`; the current one else); made of the very cells of the screen. 400 for another format, 404 for whoever may not read it or where there is no campaign.
 */
export const GET = apiRoute("diagnosis export", async (request) => {
  const { searchParams } = new URL(request.url);
  const locale = localeAsked(searchParams.get("langue")) ?? localeOf(await getLocale());
  const [actor, at] = [await currentActor(), now()];
  const campaign = await findChosenCampaign(searchParams.get("campagne"), at);
  // Who may is decided first, so that nobody else learns what there is, nor in which formats.
  const diagnosis = await getDiagnosis(actor, campaign?.slug ?? "", at);
  const format = formats.find((each) => each === searchParams.get("format"));
  if (!format) return new Response(null, { status: 400 });
  const [t, survey] = await Promise.all([
    getTranslations({ locale, namespace: "diagnosis" }),
    getTranslations({ locale, namespace: "survey" }),
  ]);
  const { body, type, name } = await writers[format]({ diagnosis, t, survey, locale }, at);
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
});

const formats = ["csv", "codes", "ods", "pdf"] as const;
const csvType = "text/csv; charset=utf-8";

const writers: Record<
  (typeof formats)[number],
  (context: SheetContext, at: Date) => Promise<File> | File
> = {
  csv: (context, at) => ({
    body: csvOfSheets(shownSheets(context), wordsOf(context)),
    type: csvType,
    name: `${stem(context, at)}.csv`,
  }),
  codes: (context, at) => ({
    body: codeBookOfSheets(shownSheets(context), wordsOf(context)),
    type: csvType,
    name: `${stem(context, at)}-${context.t("file.codes")}.csv`,
  }),
  ods: (context, at) => {
    const tabs = spreadsheetTabs(shownSheets(context), context.t);
    const bytes = writeSpreadsheet(tabs, { language: context.locale, madeAt: at });
    return {
      body: new Uint8Array(bytes),
      type: "application/vnd.oasis.opendocument.spreadsheet",
      name: `${stem(context, at)}.ods`,
    };
  },
  pdf: async (context, at) => {
    const report = reportOf(context, shownSheets(context), dayOf(at, networkTimeZone));
    const pdf = await writePdf({ ...report, language: context.locale, madeAt: at });
    return {
      body: new Uint8Array(pdf),
      type: "application/pdf",
      name: `${stem(context, at)}-${context.t("file.report")}.pdf`,
    };
  },
};

/** As on the screen, fewer than five responses are no figures. */
function shownSheets(context: SheetContext) {
  return context.diagnosis.isEnough ? metricSheets(context) : [];
}

function wordsOf({ t, locale }: SheetContext): ExportWords {
  return {
    header: (key) => t(`file.${key}`),
    unit: (unit) => t(`unit.${unit}`),
    decimal: locale === "fr" ? "," : ".",
  };
}

function stem({ t, diagnosis }: SheetContext, at: Date): string {
  return `${t("file.name")}-${diagnosis.campaign.slug}-${dayOf(at, networkTimeZone)}`;
}

function localeAsked(asked: string | null): Locale | null {
  return asked === "fr" || asked === "en" ? asked : null;
}
