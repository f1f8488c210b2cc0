import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { localeOf } from "@/lib/core/locale";
import type { OwnRow, OwnTable } from "@/lib/privacy/exports/schema";
import { codeWords, wordsOfColumn } from "./code-words";
import { columnInWords, isForTheArchive, type ValueWords } from "./value-words";

const mostRows = 20;

/** Everything somebody's, by subject, in words; long tables are cut, the archive has them whole. */
export async function OwnData({ tables }: { tables: OwnTable[] }) {
  const [t, messages, language] = await Promise.all([
    getTranslations("myData"),
    getMessages(),
    getLocale(),
  ]);
  const { classification, myData } = messages;
  const names: Record<string, string> = classification.tables;
  const all = codeWords(messages);
  const plain = {
    locale: localeOf(language),
    yes: t("yes"),
    no: t("no"),
  };
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const purposes = [...new Set(filled.map(({ purpose }) => purpose))];
  const empty = tables.filter(({ rows }) => rows.length === 0);
  return (
    <>
      <p className="muted -mt-3 mb-4 max-w-measure">{t("knownLead", { most: mostRows })}</p>
      {purposes.map((purpose) => (
        <section key={purpose} aria-labelledby={`sujet-${purpose}`} className="mb-6">
          <h3 id={`sujet-${purpose}`} className="mb-2">
            {classification.purposes[purpose]}
          </h3>
          {filled
            .filter((table) => table.purpose === purpose)
            .map((table) => (
              <details key={table.table} className="fold">
                <summary>
                  <b>{names[table.table]}</b>
                  <span className="small muted">{t("count", { count: table.rows.length })}</span>
                </summary>
                <Rows
                  table={table}
                  words={(name) => ({
                    ...plain,
                    codes: wordsOfColumn(table.table, name, all, myData.codes.people),
                  })}
                  columns={classification.columns}
                />
              </details>
            ))}
        </section>
      ))}
      <p className="muted max-w-measure">
        {t("nothingElse", { tables: empty.map(({ table }) => names[table]).join(", ") })}
      </p>
    </>
  );
}

type WordsOf = (column: string) => ValueWords;
type RowsProps = { table: OwnTable; words: WordsOf; columns: Record<string, string> };

function Rows({ table, words, columns }: RowsProps) {
  const shown = table.rows.slice(0, mostRows).map((row, index) => ({ row, key: `${index}` }));
  return (
    <ol className="own-rows">
      {shown.map(({ row, key }) => (
        <li key={key}>
          <dl>
            {factsOf(row, table.columns, words).map(([name, value]) => (
              <div key={name}>
                <dt>{columns[name]}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

/** A picture is in the archive, not spelt out. */
const longest = 2_000;

function factsOf(row: OwnRow, columns: string[], words: WordsOf): [string, string][] {
  return columns.flatMap((name): [string, string][] => {
    const held = row[name] ?? null;
    const value = columnInWords(name, held, words(name));
    if (value === "" || isForTheArchive(name, held)) return [];
    return [[name, value.length > longest ? `${value.slice(0, 40)}…` : value]];
  });
}
