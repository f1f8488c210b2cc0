import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRecords, textOfFile } from "@/lib/spaces/place-imports/texts/rules";

const bytes = (text: string) => new TextEncoder().encode(text);
const windows = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

test("a file is read in the writing it was saved in", () => {
  expect(textOfFile(bytes("nom;é"))).toBe("nom;é");
  expect(textOfFile(bytes("\uFEFFnom;é"))).toBe("nom;é");
  expect(textOfFile(windows("nom;é"))).toBe("nom;é");
  expect(textOfFile(Uint8Array.from([0x80, 0x31]))).toBe("€1");
  const wide = Buffer.from("\uFEFFnom;é", "utf16le");
  expect(textOfFile(Uint8Array.from(wide))).toBe("nom;é");
  expect(textOfFile(Uint8Array.from(wide.swap16()))).toBe("nom;é");
});

test("what holds a NUL is no text", () => {
  expect(textOfFile(bytes("nom\0"))).toBeNull();
  expect(textOfFile(Uint8Array.from(Buffer.from("PK\x03\x04\x00\x00", "latin1")))).toBeNull();
});

test("quotes, separators within them and lines within them are read; the number is that of the line", () => {
  const text = 'Nom;Lat\r\n"Le ""Rond"";\nPoint";44,5\r\n\r\nLa Cale;44\n';
  const records = csvRecords(text);
  expect(records.map(({ line, values }) => [line, ...values])).toEqual([
    [2, ["nom", 'Le "Rond";\nPoint'], ["lat", "44,5"]],
    [5, ["nom", "La Cale"], ["lat", "44"]],
  ]);
  expect(records[0]?.text).toBe('"Le ""Rond"";\nPoint";44,5');
});

test("a quote left open ends with the file", () => {
  expect(csvRecords('nom,lat\n"La Cale,44\nB,45').map(({ line, text }) => [line, text])).toEqual([
    [2, '"La Cale,44\nB,45'],
  ]);
});

test("an apostrophe that kept a text from being a formula is taken off, another stays", () => {
  const [record] = csvRecords("nom,commune\n'=A1,'Tour");
  expect([...(record?.values.values() ?? [])]).toEqual(["=A1", "'Tour"]);
});

test("no line of a table is lost: their texts together are the file", () => {
  const cell = fc.stringMatching(/^[a-z"',; \n]{0,12}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
      const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`;
      const text = ["a,b", ...rows.map((row) => row.map(quoted).join(","))].join("\n");
      const full = rows.filter((row) => row.some((one) => one.trim() !== ""));
      const read = csvRecords(text);
      const plain = (one: string) => (/^'[=+\-@]/.test(one) ? one.slice(1) : one);
      expect(read.map(({ values }) => [...values.values()])).toEqual(
        full.map((row) => row.map(plain)),
      );
    }),
  );
});
