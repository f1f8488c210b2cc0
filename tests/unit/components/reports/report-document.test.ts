import { expect, test } from "vitest";
import { reportDocument } from "@/components/reports/files/report-document";
import { findingSentences } from "@/components/reports/files/report-findings";
import { reportTabs } from "@/components/reports/files/report-tabs";
import { writePdfReport } from "@/lib/infra/pdf-report";
import { writeSpreadsheet } from "@/lib/infra/spreadsheet";
import { writeWorkbook } from "@/lib/infra/workbook";
import { definitionsVersion } from "@/lib/reports/indicators/schema";
import { readPdf } from "@/tests/support/read-pdf";
import { readSpreadsheet } from "@/tests/support/read-spreadsheet";
import { readWorkbook, type WorkbookCell } from "@/tests/support/read-workbook";
import { aReportOfChance, documentContext } from "@/tests/support/report-files";

const context = documentContext("fr");
const report = aReportOfChance(3);
const madeAt = new Date("2026-11-30T10:00:00Z");

test("the printed report has a cover, findings, every family, the definitions and the method", async () => {
  const document = reportDocument(report, context);
  const { text, roles, info } = await readPdf(await writePdfReport({ ...document, madeAt }));
  expect(info).toMatchObject({ Title: document.title, Language: "fr" });
  expect(document.chapters).toHaveLength(13 + 3);
  for (const words of [
    "Communauté de la vallée",
    `Définitions : version ${definitionsVersion}.`,
    "Capacité et occupation",
    "28. Satisfaction",
    "Aucun chiffre ne porte sur une à quatre personnes.",
    "La question annuelle de 0 à 10 n’est pas encore posée",
  ]) {
    expect(text).toContain(words);
  }
  expect(roles).toContain("Table");
});

test("a finding is said of what is told only", () => {
  const sentences = findingSentences(report, context.figures.part, context);
  expect(sentences.length).toBeGreaterThan(0);
  const hidden = report.figures.map((figure) => ({
    ...figure,
    ...{ value: null, of: null, withheld: "few_people" as const },
  }));
  expect(findingSentences({ ...report, figures: hidden }, () => null, context)).toEqual([]);
});

test("both spreadsheets hold every figure as the report has it, in three sheets", () => {
  const tabs = reportTabs(report, context.words, context);
  const made = { title: "Rapport", language: "fr", madeAt };
  const xlsx = readWorkbook(writeWorkbook(tabs, made)).sheets;
  const ods = readSpreadsheet(writeSpreadsheet(tabs, made)).sheets;
  expect(xlsx.map(({ name }) => name)).toEqual(["Chiffres", "Dictionnaire", "Définitions"]);
  const [head = [], ...rows] = xlsx[0]?.rows ?? [];
  const at = (name: string) => head.findIndex((cell) => cell.value === name);
  const [value, share, first] = [at("valeur"), at("taux"), at("debut")];
  expect(rows).toHaveLength(report.figures.length);
  for (const [index, figure] of report.figures.entries()) {
    const [row = [], other = []] = [rows[index], ods[0]?.rows[index + 1]];
    const own = figure.value === null ? null : Math.round(figure.value * 1e6) / 1e6;
    expect([numberAt(row, value), other[value]]).toEqual([own, own]);
    expect(row[share]?.format ?? "").toBe(figure.of ? "0.00%" : "General");
    expect(row[first]?.format).toBe("yyyy\\-mm\\-dd");
    expect(other[first]).toBe(report.range.first);
  }
});

function numberAt(row: readonly WorkbookCell[], column: number): number | string | null {
  return row[column]?.value ?? null;
}
