import type { Day } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Figure, Report } from "@/lib/reports/figures/schema";
import type { ReportFileWords } from "@/lib/reports/files/schema";
import { catalogue, families, numberOf } from "@/lib/reports/indicators/catalogue/rules";
import { commonTerms, type IndicatorId, indicatorIds } from "@/lib/reports/indicators/schema";
import type { FigureWords } from "../figure-words";
import { type FileWording, findingSentences } from "./report-findings";
import { placeTables } from "./report-place-tables";

/** A heading, its sentences and its table: what a printed report is made of. */
export type DocumentTable = {
  heading: string;
  columns: string[];
  rows: string[][];
  none: string;
  lead?: string[];
  notes?: string[];
  firstWidth?: number;
};
export type DocumentChapter = { heading: string; lead: string[]; tables: DocumentTable[] };
export type ReportDocument = {
  title: string;
  language: string;
  cover: string[];
  contents: string;
  chapters: DocumentChapter[];
  foot: (page: number, pages: number) => string;
};

export type DocumentContext = FileWording & {
  figures: FigureWords;
  words: ReportFileWords;
  /** Words of the families and of the common terms. */
  family: (family: (typeof families)[number]) => string;
  term: (term: (typeof commonTerms)[number]) => { term: string; words: string };
  network: string;
  madeOn: Day;
};

/** The report as it is printed: what it says, its figures by family, the definitions, and how it is counted. */
export function reportDocument(report: Report, context: DocumentContext): ReportDocument {
  const { t, locale, network, madeOn, figures } = context;
  const [first, last] = [report.range.first, report.range.last].map((on) => dayWords(on, locale));
  const title = t("pdf.title", { first: first ?? "", last: last ?? "" });
  const sentences = findingSentences(report, figures.part, context);
  return {
    title,
    language: locale,
    cover: [
      network,
      report.counted
        ? t("pdf.counted", { last: dayWords(report.counted.last, locale) })
        : t("pdf.nothing"),
      t("pdf.places", { places: report.places.length }),
      t("pdf.version", { version: report.definitionsVersion }),
      ...(report.travelAssumptionsVersion === null
        ? []
        : [t("pdf.assumptions", { version: report.travelAssumptionsVersion })]),
      t("pdf.made", { day: dayWords(madeOn, locale) }),
    ],
    contents: t("pdf.contents"),
    chapters: [
      {
        heading: t("pdf.findings"),
        lead: sentences.length > 0 ? sentences : [t("pdf.noFindings")],
        tables: [],
      },
      ...families.map((family) => familyChapter(report, family, context)),
      definitionChapter(context),
      {
        heading: t("pdf.method"),
        lead: methodKeys.map((key) => t(`pdf.methods.${key}`)),
        tables: [],
      },
    ],
    foot: (page, pages) => t("pdf.foot", { title, page, pages }),
  };
}

const methodKeys = ["counted", "network", "small", "nearest", "months", "absent", "files"] as const;

export function dayWords(on: Day, locale: Locale): string {
  return `${formatDay(on, locale)} ${on.slice(0, 4)}`;
}

function familyChapter(
  report: Report,
  family: (typeof families)[number],
  context: DocumentContext,
): DocumentChapter {
  const ids = indicatorIds.filter((id) => catalogue[id].family === family);
  return {
    heading: context.family(family),
    lead: [],
    tables: ids.flatMap((id) => indicatorTables(report, id, context)),
  };
}

function indicatorTables(
  report: Report,
  id: IndicatorId,
  context: DocumentContext,
): DocumentTable[] {
  const { t, words } = context;
  const own = report.figures.filter(({ indicator }) => indicator === id);
  const heading = t("pdf.indicator", { number: numberOf(id), name: words.indicator(id).name });
  const ofNetwork = own.filter(({ place }) => place === null);
  return [
    {
      heading,
      columns: [t("pdf.figure"), t("pdf.value"), t("pdf.base")],
      rows: ofNetwork.map((figure) => networkRow(figure, context)),
      none: t("pdf.none"),
      firstWidth: 1.1,
    },
    ...placeTables(report, own, heading, context),
  ];
}

function networkRow(figure: Figure, { figures, words }: DocumentContext): string[] {
  const part = figures.part(figure);
  const name = figures.measure(figure);
  const base = figures.base(figure);
  return [
    part ? `${name} – ${part}` : name,
    figure.value !== null && figure.of === null
      ? `${figures.value(figure)} ${figures.unit(figure)}`
      : figures.value(figure),
    [base, words.why(figure)].filter(Boolean).join(". "),
  ];
}

function definitionChapter({ t, words, term }: DocumentContext): DocumentChapter {
  const said = { columns: [], rows: [], none: "" };
  return {
    heading: t("pdf.definitions"),
    lead: [],
    tables: [
      ...commonTerms.map((each) => {
        const { term: heading, words: definition } = term(each);
        return { ...said, heading, lead: [definition] };
      }),
      ...indicatorIds.map((id) => {
        const { name, definition, base, not } = words.indicator(id);
        return {
          ...said,
          heading: t("pdf.indicator", { number: numberOf(id), name }),
          lead: [definition, t("pdf.baseOf", { base }), t("pdf.notThat", { not })],
        };
      }),
    ],
  };
}
