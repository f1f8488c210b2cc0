import { expect, test } from "vitest";
import { writePdf } from "@/lib/infra/pdf";
import { hostileTexts } from "@/tests/support/hostile-texts";

/** What makes a reader of PDF do something: scripts, addresses, files, forms. */
const doing =
  /\/(JavaScript|JS|URI|Launch|OpenAction|AA|SubmitForm|EmbeddedFile|RichMedia|GoToR)\b/;

test("a sheet full of hostile texts does nothing and leads nowhere", async () => {
  const half = Math.floor(hostileTexts.length / 2);
  const pdf = await writePdf({
    title: hostileTexts.slice(0, 20).join(" "),
    language: "fr",
    lead: hostileTexts.slice(20, half),
    tables: [
      {
        heading: hostileTexts[1] ?? "",
        columns: ["Qui", "Où"],
        rows: hostileTexts.slice(half).map((text) => [text, text]),
        none: "Personne",
      },
    ],
    end: [hostileTexts[2] ?? ""],
    madeAt: new Date("2026-06-15T06:00:00Z"),
  });
  const written = pdf.toString("latin1");
  expect(written.slice(0, 5)).toBe("%PDF-");
  // Between streams, which are drawings: the objects a reader acts by.
  const objects = written.replace(/stream\r?\n[\s\S]*?endstream/g, "");
  const acting = objects.replace(/\((?:\\.|[^\\)])*\)|<[\da-fA-F\s]*>/g, "()");
  expect(acting).not.toMatch(doing);
  expect("<< /S /JavaScript /JS (intrus(1)) >>").toMatch(doing);
});
