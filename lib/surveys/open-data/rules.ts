import { stringify } from "csv-stringify/sync";
import { type Figures, noAnswer, residentsIn } from "../figures/schema";

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
      ...[none, none, none, none, batch],
    ]),
  );
  const places = (name: "residence" | "wished") =>
    figures[name].lines.map(({ communes, respondents }) => [
      ...[name, none, communes.join("|"), communes.map(words.commune).join(" | ")],
      ...[respondents, name === "residence" ? residentsIn(figures.residence) : none],
      ...[none, none, none, none, figures[name].batch],
    ]);
  const desks = figures.desks.lines.map(({ communes, personDays, desks: planned }) => [
    ...["desks", none, communes.join("|"), communes.map(words.commune).join(" | ")],
    ...[none, none, Math.round(personDays), planned.low, planned.central, planned.high],
    figures.desks.batch,
  ]);
  return written(
    [[...columns], ...answers, ...places("residence"), ...places("wished"), ...desks],
    words,
  );
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
