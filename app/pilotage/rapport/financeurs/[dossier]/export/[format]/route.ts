import { getTranslations } from "next-intl/server";
import { packAbout, packDocument, packTable } from "@/components/reports/files/pack-table";
import type { DocumentContext } from "@/components/reports/files/report-document";
import { dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { writePdfReport } from "@/lib/infra/pdf-report";
import { writeSpreadsheet } from "@/lib/infra/spreadsheet";
import { writeWorkbook } from "@/lib/infra/workbook";
import { readPeriod } from "@/lib/reports/events/periods/rules";
import type { Report } from "@/lib/reports/figures/schema";
import { csvOfTables, definitionTable } from "@/lib/reports/files/rules";
import { listPacks } from "@/lib/reports/packs/queries";
import { type Pack, type PackFormat, packFormats } from "@/lib/reports/packs/schema";
import { findReportInTime } from "@/lib/reports/preparations/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";
import { askedPeriod } from "../../../../export/asked-period";
import {
  fileAnswer,
  fileContext,
  fileTypes,
  refusedInWords,
  toPreparing,
} from "../../../../export/written-file";

type Context = { params: Promise<{ dossier: string; format: string }> };

/**
 * A funder's pack over a period as a file (csv, ods, xlsx, pdf). 404 for whoever may not read reports and for a
 * pack there is not; then 400, in words, for a format that does not exist or a period that cannot be.
 */
export const GET = apiRoute("funder pack", async (request: Request, { params }: Context) => {
  const [{ dossier, format: asked }, actor, at] = [await params, await currentActor(), now()];
  const pack = (await listPacks(actor)).find(({ id }) => id === dossier);
  if (!pack) throw new NotFound();
  const t = await getTranslations("reportFiles");
  const format = packFormats.find((each) => each === asked);
  if (!format) return refusedInWords(t("badFormat", { formats: packFormats.join(", ") }));
  const period = askedPeriod(new URL(request.url).searchParams);
  const { range, problem } = readPeriod(period, dayOf(at, networkTimeZone));
  if (problem !== null) return refusedInWords(t("badPeriod"));
  const report = await findReportInTime(actor, range, at);
  if (!report) return toPreparing(range);
  const bytes = await writers[format](pack, report, await fileContext(at), at);
  return fileAnswer({
    bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : new Uint8Array(bytes),
    type: fileTypes[format],
    name: `${t("packs.fileName")}-${pack.id}-${range.first}-${range.last}.${format}`,
  });
});

type Bytes = string | Uint8Array;
type Writer = (
  pack: Pack,
  report: Report,
  context: DocumentContext,
  madeAt: Date,
) => Bytes | Promise<Bytes>;

const writers: Record<PackFormat, Writer> = {
  csv: (pack, report, context) =>
    csvOfTables([packTable(pack, report, context)], context.words.decimal),
  ods: (pack, report, context, madeAt) =>
    writeSpreadsheet(tabsOf(pack, report, context), { language: context.locale, madeAt }),
  xlsx: (pack, report, context, madeAt) =>
    writeWorkbook(tabsOf(pack, report, context), {
      ...{ title: pack.name[context.locale], language: context.locale, madeAt },
    }),
  pdf: (pack, report, context, madeAt) =>
    writePdfReport({ ...packDocument(pack, report, context), madeAt }),
};

function tabsOf(pack: Pack, report: Report, context: DocumentContext) {
  const { t, locale, words } = context;
  const about = packAbout(pack, report, context).map((line) => [line]);
  return [
    { name: pack.name[locale], blocks: [packTable(pack, report, context)] },
    { name: t("packs.about"), blocks: [{ head: [t("packs.about")], rows: about }] },
    { name: t("tabs.definitions"), blocks: [definitionTable(words)] },
  ];
}
