import { stringify } from "csv-stringify/sync";
import { type ResidenceLine, shownCount } from "../residences/rules";
import type { NetworkReport } from "../schema";
import { firstDayOf, lastDayOf, type Usage } from "../schema";

const figures = ["offered", "booked", "occupied", "personDays", "users", "guests"] as const;
type Figure = (typeof figures)[number];

const units = {
  offered: "slots",
  booked: "slots",
  occupied: "slots",
  personDays: "days",
  users: "persons",
  guests: "arrivals",
} as const satisfies Record<Figure, string>;

type Header = "periodStart" | "periodEnd" | "place" | "indicator" | "value" | "unit";

/** The words of a file, in the reader's language; `decimal` is what their spreadsheet expects. */
export type CsvWords = {
  label: (key: Figure | Header | "network" | (typeof units)[Figure]) => string;
  residence: (line: ResidenceLine) => string;
  decimal: "," | ".";
  /** Stands for a count of persons too small to be published. */
  tooFew: string;
};

type Row = {
  start: string;
  end: string;
  place: string;
  label: string;
  /** Null: a count of persons too small to be published. */
  value: number | null;
  unit: string;
};

/**
 * The report as a CSV file (RFC 4180, UTF-8 with a mark so that spreadsheets read accents), one figure
 * a row; semicolons with a decimal comma. A text that starts like a formula is quoted as a text.
 */
export function csvOfReport(report: NetworkReport, words: CsvWords): string {
  const { label } = words;
  const whole = { start: firstDayOf(report.period.first), end: report.countedUntil ?? "" };
  const rows: Row[] = [
    ...report.spaces.flatMap(({ name, usage }) =>
      usageRows(usage, { ...whole, place: name }, words),
    ),
    ...usageRows(report.network, { ...whole, place: label("network") }, words),
    ...(report.residences ?? []).map((line) => ({
      ...whole,
      place: label("network"),
      label: words.residence(line),
      value: line.users,
      unit: label("persons"),
    })),
    ...report.months.flatMap(({ month, usage }) =>
      usageRows(
        usage,
        { start: firstDayOf(month), end: lastDayOf(month), place: label("network") },
        words,
      ),
    ),
  ];
  const header = ["periodStart", "periodEnd", "place", "indicator", "value", "unit"] as const;
  return stringify(
    [
      header.map((key) => label(key)),
      ...rows.map((row) => [
        row.start,
        row.end,
        row.place,
        row.label,
        row.value === null ? words.tooFew : decimal(row.value, words.decimal),
        row.unit,
      ]),
    ],
    {
      bom: true,
      delimiter: words.decimal === "," ? ";" : ",",
      record_delimiter: "windows",
      escape_formulas: true,
    },
  );
}

function usageRows(
  usage: Usage,
  where: { start: string; end: string; place: string },
  { label }: CsvWords,
): Row[] {
  // What is not known is not a row: an empty value would be read as none.
  const known = figures.filter((figure) => usage[figure] !== null);
  return known.map((figure) => ({
    ...where,
    label: label(figure),
    value: figure === "users" ? shownCount(usage.users ?? 0) : usage[figure],
    unit: label(units[figure]),
  }));
}

function decimal(value: number, mark: CsvWords["decimal"]): string {
  return String(Math.round(value * 100) / 100).replace(".", mark);
}
