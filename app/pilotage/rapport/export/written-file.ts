import { getDocumentContext } from "@/components/reports/files/document-context";
import { type DocumentContext, reportDocument } from "@/components/reports/files/report-document";
import { reportTabs } from "@/components/reports/files/report-tabs";
import { dayOf } from "@/lib/core/day";
import { writePdfReport } from "@/lib/infra/pdf-report";
import { writeSpreadsheet } from "@/lib/infra/spreadsheet";
import { writeWorkbook } from "@/lib/infra/workbook";
import { getNetworkSettings } from "@/lib/privacy/network-settings/queries";
import type { Report } from "@/lib/reports/figures/schema";
import {
  codeBook,
  columnBook,
  csvOfTables,
  figureTable,
  jsonOfReport,
} from "@/lib/reports/files/rules";
import type { FileFormat } from "@/lib/reports/files/schema";
import type { DayRange } from "@/lib/reports/rules";
import { networkTimeZone } from "@/lib/spaces/schema";

export type WrittenFile = { bytes: Uint8Array<ArrayBuffer>; type: string; name: string };

type Writer = (report: Report, context: DocumentContext, madeAt: Date) => Promise<Bytes> | Bytes;
type Bytes = Uint8Array | string;

const csvType = "text/csv; charset=utf-8";
export const fileTypes: Record<FileFormat, string> = {
  csv: csvType,
  codes: csvType,
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  json: "application/json; charset=utf-8",
};

const writers: Record<FileFormat, Writer> = {
  csv: (report, { words }) => csvOfTables([figureTable(report, words)], words.decimal),
  codes: (_report, { words }) => csvOfTables([columnBook(words), codeBook(words)], words.decimal),
  ods: (report, context, madeAt) =>
    writeSpreadsheet(reportTabs(report, context.words, context), {
      language: context.locale,
      madeAt,
    }),
  xlsx: (report, context, madeAt) =>
    writeWorkbook(reportTabs(report, context.words, context), {
      title: reportDocument(report, context).title,
      language: context.locale,
      madeAt,
    }),
  pdf: (report, context, madeAt) => writePdfReport({ ...reportDocument(report, context), madeAt }),
  json: (report, _context, madeAt) => jsonOfReport(report, madeAt),
};

/** A report as a file of that format, in the language of whoever asks; its name says the period. */
export async function writtenFile(
  report: Report,
  format: FileFormat,
  madeAt: Date,
): Promise<WrittenFile> {
  const context = await fileContext(madeAt);
  const bytes = await writers[format](report, context, madeAt);
  return {
    bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : new Uint8Array(bytes),
    type: fileTypes[format],
    name: fileName(report, format, context),
  };
}

/** The words of files, with the name of whoever publishes them. */
export async function fileContext(madeAt: Date): Promise<DocumentContext> {
  const { publisherName } = await getNetworkSettings();
  return getDocumentContext(publisherName || "Cowloting", dayOf(madeAt, networkTimeZone));
}

function fileName({ range }: Report, format: FileFormat, { t }: DocumentContext): string {
  const stem = `${t("fileName")}-${range.first}-${range.last}`;
  return format === "codes" ? `${stem}-${t("codesFileName")}.csv` : `${stem}.${format}`;
}

/** As an answer that no cache keeps. */
export function fileAnswer({ bytes, type, name }: WrittenFile): Response {
  return new Response(bytes, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}

/** 400, in words: what was asked for cannot be. */
export function refusedInWords(sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status: 400,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
  });
}

/** What takes long is not made while somebody waits: the page has it prepared. */
export function toPreparing({ first, last }: DayRange): Response {
  const location = `/pilotage/rapport/exports?periode=dates&du=${first}&au=${last}`;
  return new Response(null, { status: 303, headers: { location } });
}
