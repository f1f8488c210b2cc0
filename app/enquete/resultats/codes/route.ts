import { getTranslations } from "next-intl/server";
import { questionWords } from "@/components/survey-results/result-words";
import { codeBookOf } from "@/lib/surveys/open-data/rules";
import { apiRoute } from "@/lib/web/api-route";
import { csvFile, languageAsked, resultsAsked, wordsOfFiles } from "../_files/words";

/** What the columns and the codes of the open data mean; 404 before there is any. */
export const GET = apiRoute("survey code book", async (request) => {
  const results = await resultsAsked(request);
  const locale = languageAsked(request);
  const t = await getTranslations({ locale, namespace: "surveyResults" });
  const { questionnaire } = results.campaign;
  const text = codeBookOf(results.figures, {
    ...(await wordsOfFiles(results, locale)),
    header: [t("csv.column"), t("csv.meaning")],
    column: (name) => t(`csv.${name}`),
    question: (id) => questionWords(id, { questionnaire, locale, t }),
    notes: [t("csv.rules"), t("csv.licence")],
  });
  return csvFile(text, `${t("codeFileName")}-${results.day}.csv`);
});
