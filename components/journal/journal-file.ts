import { stringify } from "csv-stringify/sync";
import type { JournalLineView } from "@/lib/identity/journal/readings/queries";
import { actionWords, changeWords, type JournalWording, whoWords } from "./journal-words";

/**
 * Lines of the journal as a CSV file (RFC 4180, UTF-8 with a mark so that spreadsheets read accents);
 * semicolons in French. A text that starts like a formula is quoted as a text. Instants are UTC.
 */
export function journalFile(lines: JournalLineView[], wording: JournalWording): string {
  const { t, locale } = wording;
  const columns = ["line", "at", "who", "what", "action", "space", "about", "changes"] as const;
  const header = [...columns, "request" as const].map((key) => t(`csv.${key}`));
  const rows = lines.map((line) => [
    line.id,
    line.at.toISOString(),
    whoWords(line, wording),
    actionWords(line.action, wording),
    line.action,
    line.spaceName ?? "",
    line.subject ? (line.subject.name ?? t("unknownPerson")) : "",
    changeWords(line, wording)
      .map(({ label, value }) => `${label} : ${value}`)
      .join("\n"),
    line.requestId ?? "",
  ]);
  return stringify([header, ...rows], {
    bom: true,
    delimiter: locale === "fr" ? ";" : ",",
    record_delimiter: "windows",
    escape_formulas: true,
  });
}
