import { type Day, dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import type { MetricSheet, SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import { assumptionNames } from "@/lib/surveys/diagnosis/schema";
import { cellText, type SheetContext, supposed, supposedIntent } from "./sheet-words";

/** A heading with its sentences and, where it has columns, its table: what a printed sheet is made of. */
export type ReportPart = {
  heading: string;
  columns: string[];
  rows: string[][];
  none: string;
  isPart?: boolean;
  lead?: string[];
  notes?: string[];
  firstWidth?: number;
};

export type Report = { title: string; lead: string[]; tables: ReportPart[]; end: string[] };

/** The report to the council: plain sentences, then the tables, then what they suppose, with its dates. */
export function reportOf(
  context: SheetContext,
  sheets: readonly MetricSheet[],
  today: Day,
): Report {
  const { diagnosis, t, locale } = context;
  const { campaign, base, isEnough, isForgotten } = diagnosis;
  const { timeZone, opensAt, closesAt, questionnaire } = campaign;
  const written = (on: Day) => formatDay(on, locale, longAgo);
  // The window is half-open: its last day is that of the instant before.
  const lastInstant = new Date(closesAt.getTime() - 1);
  const lead = [
    t("report.window", {
      first: written(dayOf(opensAt, timeZone)),
      last: written(dayOf(lastInstant, timeZone)),
      zone: timeZone,
      version: questionnaire.version,
    }),
  ];
  const title = t("report.title");
  if (!isEnough) {
    const why = t(isForgotten ? "forgotten" : "report.tooFew");
    return { title, lead: [...lead, why], tables: [], end: [] };
  }
  return {
    title,
    lead: [
      ...lead,
      t("report.counted", { count: base, day: written(today) }),
      t("report.caveat"),
      t("batches", { summed: diagnosis.summed }),
    ],
    tables: [
      brief(context, sheets),
      ...sheets.flatMap((sheet) => partsOf(context, sheet)),
      assumptions(context),
    ],
    end: [t("report.end")],
  };
}

/** A day of no year of ours, so that the year is always written. */
const longAgo = dayOf(new Date(0), "UTC");

function brief({ t }: SheetContext, sheets: readonly MetricSheet[]): ReportPart {
  const lines = sheets.flatMap(({ id, title, findings }) =>
    // Desks are what the council decides: all its bourgs are said.
    (id === "postes" ? findings.slice(0, -1) : findings.slice(0, 1)).map((sentence) =>
      t("report.briefLine", { title, sentence }),
    ),
  );
  return { heading: t("report.brief"), columns: [], rows: [], none: "", lead: lines };
}

function partsOf(context: SheetContext, sheet: MetricSheet): ReportPart[] {
  const { t } = context;
  const { title, findings, tables, formula, base, caveat, none } = sheet;
  const notes = [t("report.formula", { formula }), t("report.baseAndCaveat", { base, caveat })];
  const words = { columns: [], rows: [], none };
  if (tables.length === 0) {
    return [{ ...words, heading: title, lead: [...findings, none], notes }];
  }
  const [only] = tables;
  if (only && tables.length === 1) {
    return [{ ...partOf(context, only, none), heading: title, lead: findings, notes }];
  }
  return [
    { ...words, heading: title, lead: findings },
    ...tables.map((table, index) => ({
      ...partOf(context, table, none),
      isPart: true,
      ...(index === tables.length - 1 ? { notes } : { notes: table.base ? [table.base] : [] }),
    })),
  ];
}

function partOf({ locale }: SheetContext, table: SheetTable, none: string): ReportPart {
  const { caption, head, columns, rows } = table;
  return {
    heading: caption,
    columns: [head, ...columns.map(({ label }) => label)],
    rows: rows.map(({ label, cells }) => [
      label,
      ...cells.map((cell, index) => cellText(cell, columns[index]?.unit ?? "respondents", locale)),
    ]),
    none,
    firstWidth: columns.length > 3 ? 1.6 : 2.4,
  };
}

function assumptions(context: SheetContext): ReportPart {
  const { t } = context;
  const lines = [...supposedIntent(context), ...supposed(context, assumptionNames)];
  return {
    heading: t("report.assumptions"),
    lead: [t("report.assumptionsLead")],
    columns: [t("report.assumption"), t("report.value"), t("report.dated")],
    rows: lines.map(({ label, value, dated }) => [label, value, dated]),
    none: "",
    firstWidth: 1.6,
  };
}
