import fc from "fast-check";
import Papa from "papaparse";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { reportOf } from "@/components/diagnosis/sheets/report";
import { cellText } from "@/components/diagnosis/sheets/sheet-words";
import { spreadsheetTabs } from "@/components/diagnosis/sheets/spreadsheet-tabs";
import { day } from "@/lib/core/day";
import { writePdf } from "@/lib/infra/pdf";
import { writeSpreadsheet } from "@/lib/infra/spreadsheet";
import { csvOfSheets, roundedCell } from "@/lib/surveys/diagnosis/exports/rules";
import type { MetricSheet } from "@/lib/surveys/diagnosis/exports/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";
import { aDiagnosis, sheetsOf } from "@/tests/support/diagnosis";
import { readPdf } from "@/tests/support/read-pdf";
import { readSpreadsheet } from "@/tests/support/read-spreadsheet";
import { someResponse } from "@/tests/support/survey-responses";

const responses = fc.sample(someResponse, { numRuns: 90, seed: 46 });
const madeAt = new Date("2026-07-20T10:00:00Z");
const words = {
  header: (key: string) => key,
  unit: (unit: string) => unit,
  decimal: "." as const,
};
const cellsOf = (sheets: MetricSheet[]) =>
  sheets.flatMap(({ tables }) =>
    tables.flatMap(({ rows, columns }) =>
      rows.flatMap(({ cells }) =>
        cells.map((cell, index) => roundedCell(cell, columns[index]?.unit)),
      ),
    ),
  );

describe.each(["fr", "en"] as const)("the files (%s)", (locale) => {
  const messages = locale === "fr" ? fr : en;
  const t = createTranslator({ locale, messages, namespace: "diagnosis" });
  const survey = createTranslator({ locale, messages, namespace: "survey" });
  const diagnosis = aDiagnosis(responses);
  const sheets = sheetsOf(diagnosis, locale);

  test("the CSV has every cell of the screen in its order, and no other", () => {
    const { data } = Papa.parse<Record<string, string>>(csvOfSheets(sheets, words).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    const read = data.map(({ value, words: said }) => (value ? Number(value) : said));
    expect(read).toEqual(cellsOf(sheets));
  });

  test("the spreadsheet has a sheet a figure, and no number the screen has not", () => {
    const tabs = spreadsheetTabs(sheets, t);
    const file = readSpreadsheet(writeSpreadsheet(tabs, { language: locale, madeAt }));
    expect(file.sheets.map(({ rows }) => rows[0]?.[0])).toEqual(sheets.map(({ title }) => title));
    const numbers = file.sheets.flatMap(({ rows }) => rows.flat()).filter(isNumber);
    expect(numbers).toEqual(cellsOf(sheets).filter(isNumber));
  });

  test("the report is a tagged PDF: sentences, then tables, then assumptions with their dates", async () => {
    const report = reportOf({ diagnosis, t, survey, locale }, sheets, day("2026-07-20"));
    const { text, roles, info } = await readPdf(
      await writePdf({ ...report, language: locale, madeAt }),
    );
    expect(info).toMatchObject({
      Title: report.title.replace("\u202f", "\u00a0"),
      Language: locale,
    });
    expect(report.lead).toContain(t("batches", { summed: diagnosis.summed }));
    const places = [t("report.brief"), sheets[0]?.title ?? "", t("report.assumptionsLead")].map(
      (part) => text.lastIndexOf(part.replaceAll("\u202f", " ").replaceAll("\u00a0", " ")),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(roles.filter((role) => role === "H2")).toHaveLength(sheets.length + 2);
    expect(roles).toContain("H3");
    const caveats = text.split(sheets[0]?.caveat ?? "-").length - 1;
    expect(caveats).toBe(sheets.length);
    const told = report.tables.flatMap(({ rows }) => rows.flatMap((row) => row.slice(1)));
    const shown = sheets.flatMap(({ tables }) =>
      tables.flatMap(({ columns, rows }) =>
        rows.flatMap(({ cells }) =>
          cells.map((cell, index) => cellText(cell, columns[index]?.unit ?? "days", locale)),
        ),
      ),
    );
    expect(told.slice(0, shown.length)).toEqual(shown);
  });
});

test("a report without figures says why: too few answers, or answers that are being forgotten", () => {
  const t = createTranslator({ locale: "fr", messages: fr, namespace: "diagnosis" });
  const survey = createTranslator({ locale: "fr", messages: fr, namespace: "survey" });
  const leadOf = (isForgotten: boolean) =>
    reportOf(
      { diagnosis: aDiagnosis([], { isForgotten }), t, survey, locale: "fr" },
      [],
      day("2028-07-20"),
    ).lead.at(-1);
  expect(leadOf(false)).toMatch(/^Moins de cinq réponses/);
  expect(leadOf(true)).toMatch(/^Plus de vingt-quatre mois/);
});

function isNumber(cell: unknown): cell is number {
  return typeof cell === "number";
}
