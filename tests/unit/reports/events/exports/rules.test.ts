import Papa from "papaparse";
import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { csvOfEvents, exportedFigures } from "@/lib/reports/events/exports/rules";
import type { EventsReport, ShownFigures } from "@/lib/reports/events/schema";

const figures: ShownFigures = {
  ...{ held: 3, cancelled: 1, hours: 7.5, registered: 24, named: 19 },
  ...{ heads: { people: 40, events: 2 }, fill: { taken: 20, seats: 30 }, firstTimers: null },
  feedback: { mean: 8.25, count: 8 },
};
const nobody: ShownFigures = {
  ...{ ...figures, fill: { taken: 0, seats: 0 }, feedback: null },
  heads: { people: 0, events: 0 },
};
const report: EventsReport = {
  range: { first: day("2026-01-01"), last: day("2026-12-31") },
  network: figures,
  themes: [{ key: "work", name: "work", figures: nobody }],
  sites: [{ key: "s", name: '=HYPERLINK("x")', figures }],
  months: [],
};
const csv = (decimal: "," | ".") =>
  csvOfEvents(report, {
    header: (key) => key,
    group: (key) => key,
    theme: (key) => `Thème ${key}`,
    figure: (key) => key,
    definition: (key) => `Définition de ${key}`,
    ...{ decimal, tooFew: "moins de 5", nothing: "" },
  });

test("one figure a row, each with its definition, of the network, the themes and the places", () => {
  const { data } = Papa.parse<string[]>(csv(",").trim(), { delimiter: ";" });
  const rows = data.slice(1);
  expect(rows).toHaveLength(3 * exportedFigures.length);
  const told = (group: string, figure: string) =>
    rows.find((row) => row[2] === group && row[4] === figure)?.[5];
  expect(told("network", "hours")).toBe("7,5");
  expect(told("network", "fill")).toBe("0,667");
  expect(told("network", "heads")).toBe("40");
  expect(told("network", "firstTimers")).toBe("moins de 5");
  expect(told("theme", "feedbackMean")).toBe("moins de 5");
  expect([told("theme", "heads"), told("theme", "fill")]).toEqual(["", ""]);
  expect(rows.every((row) => row[6] === `Définition de ${row[4]}`)).toBe(true);
  expect(rows.every((row) => row[0] === "2026-01-01" && row[1] === "2026-12-31")).toBe(true);
});

test("a name that would be a formula is quoted as a text; English has commas and points", () => {
  expect(csv(",")).toContain("'=HYPERLINK");
  expect(csv(".")).toContain(",hours,7.5,");
});
