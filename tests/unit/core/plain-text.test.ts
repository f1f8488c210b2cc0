import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine, severalLines } from "@/lib/core/plain-text";

test("a name with line breaks, tabs or turned text becomes one honest line", () => {
  expect(oneLine(" Luc\r\nBcc: autre@exemple.test\t\u202egnp.exe ")).toBe(
    "Luc Bcc: autre@exemple.test gnp.exe",
  );
  expect(oneLine("e\u0301te\u0301")).toBe("été");
});

test("French spaces and joined emoji stay as typed", () => {
  expect(oneLine("Un coup de main\u202f? 👩\u200d🌾")).toBe("Un coup de main\u202f? 👩\u200d🌾");
});

test("several lines keep their breaks and lose what hides in them", () => {
  expect(severalLines("Bonjour,\r\n\r\n\r\n\r\n\r\nmerci\u0000\u202e !\r")).toBe(
    "Bonjour,\n\n\nmerci  !",
  );
});

test("no text leaves a line with a break or a control character in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(severalLines(text).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }),
  );
});
