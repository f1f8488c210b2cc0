import { expect, test } from "vitest";
import { type PdfSheet, writePdf } from "@/lib/infra/pdf";
import { readPdf } from "@/tests/support/read-pdf";

const sheet: PdfSheet = {
  title: "Semaine du 15 juin, L’Ancienne École",
  language: "fr-FR",
  lead: ["Qui vient, où et quand."],
  tables: [
    {
      heading: "Mardi 16 juin",
      columns: ["Qui", "Où", "Quand"],
      rows: [
        ["Maëlle", "Poste 1", "8\u202fh\u202f30 – 12 h 30"],
        ["Čedomir", "Poste 2", "journée"],
      ],
      none: "Personne.",
    },
    { heading: "Mercredi 17 juin", columns: ["Qui"], rows: [], none: "Personne ce jour-là." },
  ],
  end: ["Affichée à la porte."],
  madeAt: new Date("2026-06-15T06:00:00Z"),
};

test("a sheet is a tagged PDF in its language, its text and tables read by another parser", async () => {
  const pdf = await writePdf(sheet);
  const { text, roles, info, pages } = await readPdf(pdf);
  expect(pages).toBe(1);
  expect(info).toMatchObject({ Title: sheet.title, Language: "fr-FR" });
  expect(pdf.toString("latin1")).toContain("/Marked true");
  for (const words of [
    "L’Ancienne École",
    "Maëlle",
    "8 h 30 – 12 h 30",
    "Cedomir",
    "Personne ce jour-là.",
  ]) {
    expect(text).toContain(words);
  }
  const count = (role: string) => roles.filter((each) => each === role).length;
  expect([count("H1"), count("H2"), count("Table"), count("TR")]).toEqual([1, 2, 1, 3]);
  expect([count("TH"), count("TD")]).toEqual([3, 6]);
});

test("a long table goes on over the page, every row of it there", async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`Personne ${index}`, "Poste", "matin"]);
  const [first] = sheet.tables;
  const tables = first ? [{ ...first, rows }] : [];
  const { pages, text } = await readPdf(await writePdf({ ...sheet, tables, landscape: true }));
  expect(pages).toBeGreaterThan(3);
  for (const index of [0, 60, 119]) expect(text).toContain(`Personne ${index} `);
});
