import { stringify } from "csv-stringify/sync";
import type { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import type { HostedRegistrations } from "@/lib/events/registrations/queries";
import { answerWords } from "./answer-words";

type Words = {
  t: Awaited<ReturnType<typeof getTranslations<"eventsRegister">>>;
  locale: Locale;
};

const columns = ["state", "name", "with", "email", "people", "at", "by", "reason"] as const;

/**
 * Everybody registered as a CSV file (RFC 4180, UTF-8 with a mark so that spreadsheets read accents), an
 * answer a column; semicolons in French. A text that starts like a formula is quoted as a text. Instants
 * are UTC.
 */
export function registrationsFile(
  { rows, questions }: Pick<HostedRegistrations, "rows" | "questions">,
  { t, locale }: Words,
): string {
  const header = [
    ...columns.map((key) => t(`host.csv.${key}`)),
    ...questions.map(({ label, isFormer }) =>
      isFormer ? t("host.formerQuestion", { label }) : label,
    ),
  ];
  const yesNo = { yes: t("form.yes"), no: t("form.no") };
  const lines = rows.map((row) => [
    t(`host.states.${row.state}`),
    row.name,
    row.names.join(", "),
    row.email ?? "",
    row.quantity,
    row.createdAt.toISOString(),
    t(row.byHost ? "host.csv.host" : "host.csv.self"),
    row.endReason ?? "",
    ...questions.map((question) => answerWords(question, row.answers, yesNo) ?? ""),
  ]);
  return stringify([header, ...lines], {
    bom: true,
    delimiter: locale === "fr" ? ";" : ",",
    record_delimiter: "windows",
    escape_formulas: true,
  });
}
