import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/core/locale";
import { roles } from "@/lib/surveys/diagnosis/schema";
import type { Figures, ResultTable } from "@/lib/surveys/figures/schema";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { PriceChart } from "./price-chart";
import { questionWords } from "./result-words";
import { SlotsChart } from "./slots-chart";
import { TableChart } from "./table-chart";

type AnswerSectionsProps = {
  figures: Figures;
  questionnaire: Questionnaire;
  locale: Locale;
  newestBatch: number;
};

/** Every published table, in the order in which the questions were asked. */
export async function AnswerSections(props: AnswerSectionsProps) {
  const t = await getTranslations("surveyResults");
  const { figures, questionnaire, locale } = props;
  const told = { questionnaire, locale, t };
  const withheld = figures.withheld.map((id) => questionWords(id, told));
  return (
    <>
      {questionnaire.sections.map((section) => {
        const tables = section.questions.flatMap(
          ({ id }) => figures.tables.find(({ question }) => question === id) ?? [],
        );
        return tables.length === 0 ? null : (
          <Section
            key={section.id}
            id={`section-${section.id}`}
            title={section.title[locale]}
            className="mt-12"
          >
            {tables.map((table) => (
              <Chart key={table.question} table={table} {...props} />
            ))}
          </Section>
        );
      })}
      {withheld.length === 0 ? null : (
        <p className="small muted mt-8 max-w-measure">
          {t("withheld", { questions: withheld.join(" ; ") })}
        </p>
      )}
    </>
  );
}

function Chart({ table, ...props }: AnswerSectionsProps & { table: ResultTable }) {
  const { figures, questionnaire, locale, newestBatch } = props;
  const shared = { table, questionnaire, locale, newestBatch };
  if (table.question === roles.slots) return <SlotsChart {...shared} />;
  const isPrice = table.question === roles.fairPrice || table.question === roles.dearPrice;
  return (
    <TableChart {...shared} responses={figures.responses}>
      {isPrice ? <PriceChart {...shared} /> : null}
    </TableChart>
  );
}
