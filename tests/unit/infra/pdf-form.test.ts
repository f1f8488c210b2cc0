import { expect, test } from "vitest";
import { type PdfBlock, type PdfForm, writePdfForm } from "@/lib/infra/pdf-form";
import { hostileTexts } from "@/tests/support/hostile-texts";
import { readPdf } from "@/tests/support/read-pdf";

const form = (blocks: PdfBlock[], overrides: Partial<PdfForm> = {}): PdfForm => ({
  title: "Une feuille à remplir",
  language: "fr",
  blocks,
  foot: (page, pages) => `Version 1, page ${page} sur ${pages}`,
  box: "case à cocher",
  size: 11,
  madeAt: new Date("2026-06-15T06:00:00Z"),
  ...overrides,
});

const heading = (text: string): PdfBlock => ({ kind: "heading", level: 2, text });
const choice: PdfBlock = { kind: "boxes", options: ["Oui", "Non", "Peut-être"], columns: 2 };

test("a form is a tagged PDF: its boxes are lists, its grids tables, each box said in words", async () => {
  const grid: PdfBlock = { kind: "grid", columns: ["Matin", "Soir"], rows: ["Lundi", "Mardi"] };
  const pdf = await writePdfForm(form([heading("Quand\u202f?"), choice, grid]));
  const { text, roles, alts, info } = await readPdf(pdf);
  expect(pdf.toString("latin1")).toContain("/Marked true");
  expect(info).toMatchObject({ Title: "Une feuille à remplir", Language: "fr" });
  const count = (role: string) => roles.filter((each) => each === role).length;
  expect([count("H2"), count("L"), count("LI"), count("LBody")]).toEqual([1, 1, 3, 3]);
  expect([count("Table"), count("TR"), count("TH"), count("TD")]).toEqual([1, 3, 4, 5]);
  expect(alts).toContain("case à cocher, Mardi, Soir");
  for (const words of ["Quand ?", "Peut-être", "Matin"]) expect(text).toContain(words);
});

test("every page says at its foot which it is, of how many", async () => {
  const blocks = Array.from({ length: 30 }, (_, index): PdfBlock[] => [
    heading(`Question ${index}`),
    { kind: "lines", count: 4 },
  ]).flat();
  const { pages, pageTexts } = await readPdf(await writePdfForm(form(blocks)));
  expect(pages).toBeGreaterThan(3);
  for (const [index, text] of pageTexts.entries()) {
    expect(text).toContain(`Version 1, page ${index + 1} sur ${pages}`);
  }
});

test("what is kept together is on one page, whichever page that is", async () => {
  const question = (index: number): PdfBlock => ({
    kind: "keep",
    blocks: [heading(`Début ${index}.`), choice, { kind: "text", text: `Fin ${index}.` }],
  });
  const blocks = Array.from({ length: 40 }, (_, index) => question(index));
  const { pageTexts, pages } = await readPdf(await writePdfForm(form(blocks, { size: 16 })));
  expect(pages).toBeGreaterThan(2);
  for (let index = 0; index < 40; index += 1) {
    const page = pageTexts.find((text) => text.includes(`Début ${index}.`));
    expect(page).toContain(`Fin ${index}.`);
  }
});

test("what is longer than a page goes on over it, nothing lost", async () => {
  const options = Array.from({ length: 90 }, (_, index) => `Choix ${index}.`);
  const block: PdfBlock = { kind: "keep", blocks: [{ kind: "boxes", options, columns: 1 }] };
  const { text, pages } = await readPdf(await writePdfForm(form([block])));
  expect(pages).toBeGreaterThan(1);
  for (const option of options) expect(text).toContain(option);
});

test("hostile texts in a form do nothing and lead nowhere", async () => {
  const doing = /\/(JavaScript|JS|URI|Launch|OpenAction|AA|SubmitForm|EmbeddedFile|GoToR)\b/;
  const blocks: PdfBlock[] = [
    { kind: "boxes", options: [...hostileTexts], columns: 1 },
    { kind: "grid", columns: hostileTexts.slice(0, 2), rows: hostileTexts.slice(0, 9) },
    ...hostileTexts.map((label): PdfBlock => ({ kind: "blank", label, width: "short" })),
  ];
  const written = (await writePdfForm(form(blocks))).toString("latin1");
  const objects = written.replace(/stream\r?\n[\s\S]*?endstream/g, "");
  expect(objects.replace(/\((?:\\.|[^\\)])*\)|<[\da-fA-F\s]*>/g, "()")).not.toMatch(doing);
});
