import Papa from "papaparse";
import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { csvOfEvents, exportedFigures } from "@/lib/reports/events/exports/rules";
import type { EventsReport, ShownFigures } from "@/lib/reports/events/schema";
import { monthInput } from "@/lib/reports/schema";

const told = <Value>(value: Value) => ({ value, without: [], because: null });
const figures: ShownFigures = {
  ...{ held: 3, cancelled: 1, hours: 7.5, headsEvents: 2 },
  registered: { value: 24, without: [monthInput.parse("2026-03")], because: null },
  ...{ named: told(19), heads: told({ people: 40, events: 2 }) },
  fill: told({ taken: 20, seats: 30 }),
  firstTimers: { value: null, without: [], because: "few_people" },
  feedback: told({ mean: 8.25, count: 8 }),
};
const nobody: ShownFigures = {
  ...{ ...figures, fill: told({ taken: 0, seats: 0 }), heads: told({ people: 0, events: 0 }) },
  feedback: { value: null, without: [], because: "whole_months_only" },
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
    ...{ decimal, untold: (because) => `tu : ${because}`, nothing: "" },
  });

test("one figure a row, each with its definition, of the network, the themes and the places", () => {
  const { data } = Papa.parse<string[]>(csv(",").trim(), { delimiter: ";" });
  const rows = data.slice(1);
  expect(rows).toHaveLength(3 * exportedFigures.length);
  const cellOf = (group: string, figure: string, at = 5) =>
    rows.find((row) => row[2] === group && row[4] === figure)?.[at];
  expect(cellOf("network", "hours")).toBe("7,5");
  expect(cellOf("network", "registered", 6)).toBe("2026-03");
  expect(cellOf("network", "fill")).toBe("0,667");
  expect(cellOf("network", "heads")).toBe("40");
  expect(cellOf("network", "firstTimers")).toBe("tu : few_people");
  expect(cellOf("theme", "feedbackMean")).toBe("tu : whole_months_only");
  expect([cellOf("theme", "heads"), cellOf("theme", "fill")]).toEqual(["", ""]);
  expect(rows.every((row) => row[7] === `Définition de ${row[4]}`)).toBe(true);
  expect(rows.every((row) => row[0] === "2026-01-01" && row[1] === "2026-12-31")).toBe(true);
});

test("a name that would be a formula is quoted as a text; English has commas and points", () => {
  expect(csv(",")).toContain("'=HYPERLINK");
  expect(csv(".")).toContain(",hours,7.5,");
});
