import { expect, test } from "vitest";
import { writePdfReport } from "@/lib/infra/pdf-report";
import { readPdf } from "@/tests/support/read-pdf";

const table = (rows: number) => ({
  heading: "Visites",
  columns: ["Lieu", "Nombre"],
  rows: Array.from({ length: rows }, (_, index) => [`Lieu ${index}`, String(index)]),
  none: "Rien.",
});
const report = {
  title: "Rapport d’usage",
  language: "fr",
  cover: ["Communauté de la vallée", "Édité le 30 novembre"],
  contents: "Sommaire",
  chapters: [
    { heading: "Présence", lead: ["Dix personnes."], tables: [table(120)] },
    { heading: "Méthode", lead: ["Comment c’est compté."], tables: [] },
  ],
  foot: (page: number, pages: number) => `page ${page} sur ${pages}`,
  madeAt: new Date("2026-11-30T10:00:00Z"),
};

test("a report is a tagged PDF with its title, language, contents, tables and feet", async () => {
  const pdf = await writePdfReport(report);
  const { info, roles, pages, pageTexts } = await readPdf(pdf);
  expect(info).toMatchObject({ Title: "Rapport d’usage", Language: "fr" });
  expect(pdf.toString("latin1")).toContain("/Marked true");
  const count = (role: string) => roles.filter((each) => each === role).length;
  expect([count("H1"), count("H2"), count("H3"), count("TOC")]).toEqual([1, 3, 1, 1]);
  expect(count("TOCI")).toBe(2);
  // The reader tells a table on each page it is on, whole: its rows keep their proportions.
  const times = count("TH") / 2;
  expect([count("TR"), count("TD")]).toEqual([121 * times, 240 * times]);
  expect(pageTexts.every((text, at) => text.includes(`page ${at + 1} sur ${pages}`))).toBe(true);
});

test("the contents say the page on which each chapter begins", async () => {
  const { pageTexts } = await readPdf(await writePdfReport(report));
  const contents = pageTexts[1]?.replace(/\s+/g, " ") ?? "";
  for (const { heading } of report.chapters) {
    const page = Number(new RegExp(`${heading} (\\d+)`).exec(contents)?.[1]);
    expect(page).toBeGreaterThan(2);
    expect(pageTexts[page - 1]).toContain(heading);
  }
});

test("a table that goes over the page says its columns again, to the eye only", async () => {
  const { pageTexts, roles } = await readPdf(await writePdfReport(report));
  const pages = pageTexts.filter((text) => text.includes("Lieu ") && /Lieu \d/.test(text));
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.every((text) => text.includes("Nombre"))).toBe(true);
  const count = (role: string) => roles.filter((each) => each === role).length;
  expect(count("TH") / count("TR")).toBe(2 / 121);
});
