import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BarTable } from "@/components/diagnosis/bar-table";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { mayShowShare } from "@/lib/surveys/disclosure/rules";
import { leavesWaiting, noAnswer, type ResultTable } from "@/lib/surveys/figures/schema";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { ResultSection } from "./result-section";
import { lineWords, questionWords, valueWords } from "./result-words";

type TableChartProps = {
  table: ResultTable;
  questionnaire: Questionnaire;
  locale: Locale;
  newestBatch: number;
  /** All who answered, told by this table or not. */
  responses: number;
  /** Drawn above the table. */
  children?: ReactNode;
};

/** A published table, drawn as bars and told in figures; shares only from thirty respondents on. */
export async function TableChart({ children, ...props }: TableChartProps) {
  const { table, questionnaire, locale, newestBatch, responses } = props;
  const t = await getTranslations("surveyResults");
  const told = { questionnaire, locale, t };
  const { question, base, batch } = table;
  const isScale = questionnaire.sections.some(({ questions }) =>
    questions.some(({ id, type }) => id === question && type === "scale"),
  );
  const rows = ordered(table).map(({ values, count }) => ({
    key: values.join(),
    label: lineWords(values, (value) => valueWords(question, value, told), t),
    bar: count ?? 0,
    cells:
      count === null
        ? [t("few"), "–"]
        : [
            formatNumber(count, locale),
            mayShowShare(base) ? formatShare(count / base, locale) : "–",
          ],
  }));
  const title = questionWords(question, told);
  return (
    <ResultSection
      id={question}
      title={title}
      lead={isScale ? t("essential") : undefined}
      base={base}
      isWaiting={leavesWaiting(table, responses)}
      isOlder={batch < newestBatch}
    >
      {children}
      <BarTable
        caption={title}
        columns={[t("answer_"), t("respondents"), t("share")]}
        rows={rows}
        empty={t("none")}
      />
    </ResultSection>
  );
}

/** Prices from the least, the others from the most; those who did not answer last, nobody left out. */
function ordered({ kind, lines }: ResultTable): ResultTable["lines"] {
  const isBands = lines.some(({ values }) => values.some((value) => /^\d+_\d+$/.test(value)));
  const rankOf = ({ values, count }: ResultTable["lines"][number]) => {
    if (values.every((value) => value === noAnswer)) return Number.POSITIVE_INFINITY;
    // A band that begins with no figure, « less than one », is the least.
    return isBands
      ? Number.parseInt(values.find((value) => value !== "") ?? "0", 10) || 0
      : -(count ?? 0);
  };
  const told = kind === "choices" ? lines.filter(({ count }) => count !== 0) : lines;
  return told.toSorted((a, b) => rankOf(a) - rankOf(b));
}
