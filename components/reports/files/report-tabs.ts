import type { Report } from "@/lib/reports/figures/schema";
import { codeBook, columnBook, definitionTable, figureTable } from "@/lib/reports/files/rules";
import type { FileTable, ReportFileWords } from "@/lib/reports/files/schema";
import type { FileWording } from "./report-findings";

export type FileTab = { name: string; blocks: FileTable[] };

/** The sheets of a spreadsheet: the figures, what their columns and codes mean, and the definitions. */
export function reportTabs(report: Report, words: ReportFileWords, { t }: FileWording): FileTab[] {
  return [
    { name: t("tabs.figures"), blocks: [figureTable(report, words)] },
    { name: t("tabs.codes"), blocks: [columnBook(words), codeBook(words)] },
    { name: t("tabs.definitions"), blocks: [definitionTable(words)] },
  ];
}
