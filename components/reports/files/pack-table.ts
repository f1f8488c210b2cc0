import { day } from "@/lib/core/day";
import { formatDate } from "@/lib/core/format";
import { oneLine } from "@/lib/core/plain-text";
import { measureKeyOf, type Report } from "@/lib/reports/figures/schema";
import type { FileCell, FileTable } from "@/lib/reports/files/schema";
import { numberOf } from "@/lib/reports/indicators/catalogue/rules";
import { packAnswers } from "@/lib/reports/packs/rules";
import type { Pack, PackAnswer } from "@/lib/reports/packs/schema";
import { type DocumentContext, dayWords, type ReportDocument } from "./report-document";

/** A row of a funder's table, in words: the same on the screen and in every file. */
export type PackRow = {
  key: string;
  reference: string;
  wording: string;
  /** Of what: the place, and the part where it is one. */
  of: string;
  value: string;
  unit: string;
  /** Its base, or why it is not told. */
  note: string;
  /** Our indicator, as « 7. Personnes différentes ». */
  indicator: string;
  isTold: boolean;
};

export function packRows(pack: Pack, report: Report, context: DocumentContext): PackRow[] {
  const { figures, words, t, locale } = context;
  const places = new Map(report.places.map(({ id, name }) => [id, name]));
  return packAnswers(pack, report).map((answer, index) => {
    const { line } = answer;
    const common = {
      key: `${line.id}-${index}`,
      reference: line.reference ?? "",
      wording: line.wording[locale],
    };
    if (answer.kind !== "figure") return { ...common, ...untold(answer, context) };
    const { figure } = answer;
    const place = figure.place === null ? words.network : (places.get(figure.place) ?? "");
    const part = figures.part(figure);
    return {
      ...common,
      of: oneLine([place, part].filter(Boolean).join(" – ")),
      value: figures.value(figure),
      // A share says of what beside it.
      unit: figure.of === null ? figures.unit(figure) : "",
      note: [figures.base(figure), words.why(figure)].filter(Boolean).join(". "),
      indicator: t("pdf.indicator", {
        number: numberOf(figure.indicator),
        name: words.measureNamed(measureKeyOf(figure)),
      }),
      isTold: figure.value !== null,
    };
  });
}

function untold(answer: PackAnswer, { t, locale }: DocumentContext) {
  const { from } = answer.line;
  const why = from.kind === "not_collected" ? from.why[locale] : t("pdf.none");
  const value = from.kind === "not_collected" ? t("packs.notCollected") : t("packs.nothing");
  return { of: "", value, unit: "", note: why, indicator: "", isTold: false };
}

/** The same rows for a spreadsheet: numbers as numbers, shares as percentages. */
export function packTable(pack: Pack, report: Report, context: DocumentContext): FileTable {
  const { t } = context;
  const rows = packRows(pack, report, context);
  const answers = packAnswers(pack, report);
  return {
    head: packColumns.map((column) => t(`packs.columns.${column}`)),
    rows: rows.map((row, index) => {
      const answer = answers[index];
      const [value, share] = amountsOf(answer);
      const unit = answer?.kind === "figure" ? context.words.unitNamed(answer.figure.unit) : "";
      const { reference, wording, of, indicator, note } = row;
      return [
        reference,
        wording,
        of,
        value,
        share,
        unit,
        indicator,
        row.isTold ? "" : row.value,
        note,
      ];
    }),
  };
}

const packColumns = [
  ...(["reference", "wording", "of", "value", "share", "unit"] as const),
  ...(["indicator", "untold", "note"] as const),
] as const;

function amountsOf(answer: PackAnswer | undefined): [FileCell, FileCell] {
  if (answer?.kind !== "figure" || answer.figure.value === null) return [null, null];
  const { value, of } = answer.figure;
  return [value, of ? { share: value / of } : null];
}

/** Where the lines come from, over which days they are counted and by which definitions. */
export function packAbout(pack: Pack, report: Report, { t, locale, network }: DocumentContext) {
  const { title, publisher, consultedOn, licence } = pack.source;
  const [first, last] = [report.range.first, report.range.last].map((on) => dayWords(on, locale));
  return [
    pack.about[locale],
    t("packs.source", {
      ...{ title, publisher, licence: licence[locale] },
      day: formatDate(day(consultedOn), locale),
    }),
    t("period", { first: first ?? "", last: last ?? "" }),
    report.counted
      ? t("pdf.counted", { last: dayWords(report.counted.last, locale) })
      : t("pdf.nothing"),
    t("pdf.version", { version: report.definitionsVersion }),
    network,
  ];
}

/** A funder's table as it is printed. */
export function packDocument(pack: Pack, report: Report, context: DocumentContext): ReportDocument {
  const { t, locale } = context;
  const title = t("packs.documentTitle", { name: pack.name[locale] });
  const heads = (["wording", "of", "value", "note"] as const).map((key) =>
    t(`packs.columns.${key}`),
  );
  return {
    title,
    language: locale,
    cover: packAbout(pack, report, context),
    contents: t("pdf.contents"),
    chapters: [
      {
        heading: pack.name[locale],
        lead: [],
        tables: [
          {
            heading: t("packs.tableTitle"),
            columns: heads,
            rows: packRows(pack, report, context).map((row) => [
              row.reference ? `${row.reference} ${row.wording}` : row.wording,
              row.of,
              row.isTold ? `${row.value} ${row.unit}`.trim() : row.value,
              row.note,
            ]),
            none: t("pdf.none"),
            firstWidth: 1.5,
          },
        ],
      },
      {
        heading: t("pdf.method"),
        lead: (["network", "small", "absent"] as const).map((key) => t(`pdf.methods.${key}`)),
        tables: [],
      },
    ],
    foot: (page, pages) => t("pdf.foot", { title, page, pages }),
  };
}
