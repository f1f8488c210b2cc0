import { stringify } from "csv-stringify/sync";
import { type Figures, noAnswer, residentsIn, tellsWishes, wishedLines } from "../figures/schema";

/** Columns of the open data, the same in both languages; what each is stands in the code book. */
const columns = [
  "table",
  "question",
  "values",
  "label",
  "respondents",
  "base",
  "person_days",
  "desks_low",
  "desks_central",
  "desks_high",
  "batch",
  "wishes",
] as const;
export type Column = (typeof columns)[number];

/** Words of a file in one language, and how its spreadsheets part columns. */
export type FileWords = {
  label: (question: string, value: string) => string;
  commune: (insee: string) => string;
  delimiter: "," | ";";
};

const none = "";

/** The published figures as a CSV file (RFC 4180, UTF-8 with a mark), one line of a table a row. */
export function csvOfFigures(figures: Figures, words: FileWords): string {
  const answers = figures.tables.flatMap(({ question, base, lines, batch }) =>
    lines.map(({ values, count }) => [
      "answers",
      question,
      values.map((value) => (value === noAnswer ? "no_answer" : value)).join("|"),
      values.map((value) => words.label(question, value)).join(" | "),
      count ?? none,
      base,
      ...[none, none, none, none, batch, none],
    ]),
  );
  const { residence, wished, desks } = figures;
  const place = (communes: readonly string[]) => [
    ...[none, communes.join("|"), communes.map(words.commune).join(" | ")],
  ];
  const homes = residence.lines.map(({ communes, respondents }) => [
    ...["residence", ...place(communes), respondents, residentsIn(residence)],
    ...[none, none, none, none, residence.batch, none],
  ]);
  const isOfWishes = tellsWishes(wished);
  const named = wishedLines(wished).map(({ communes, count }) => [
    ...["wished", ...place(communes), isOfWishes ? none : count, none],
    ...[none, none, none, none, wished.batch, isOfWishes ? count : none],
  ]);
  const plan = desks.lines.map(({ communes, personDays, desks: planned }) => [
    ...["desks", ...place(communes), none, none],
    ...[Math.round(personDays), planned.low, planned.central, planned.high, desks.batch, none],
  ]);
  return written([[...columns], ...answers, ...homes, ...named, ...plan], words);
}

export type CodeWords = FileWords & {
  header: [column: string, meaning: string];
  column: (name: Column) => string;
  question: (id: string) => string;
  notes: string[];
};

/** What each column and each code of the file means, and the rules under which it was made. */
export function codeBookOf(figures: Figures, words: CodeWords): string {
  const codes = figures.tables.flatMap(({ question, lines }) => [
    [question, words.question(question)],
    ...lines
      .flatMap(({ values }) => values)
      .map((value) => [
        `${question}=${value === noAnswer ? "no_answer" : value}`,
        words.label(question, value),
      ]),
  ]);
  const rows = [
    words.header,
    ...columns.map((name) => [name, words.column(name)]),
    ...codes,
    ...words.notes.map((note) => ["", note]),
  ];
  return written(rows, words);
}

function written(rows: (string | number)[][], { delimiter }: FileWords): string {
  return stringify(rows, {
    bom: true,
    delimiter,
    record_delimiter: "windows",
    escape_formulas: true,
  });
}
