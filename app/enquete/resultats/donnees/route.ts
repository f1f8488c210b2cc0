import { getTranslations } from "next-intl/server";
import { csvOfFigures } from "@/lib/surveys/open-data/rules";
import { apiRoute } from "@/lib/web/api-route";
import { csvFile, languageAsked, resultsAsked, wordsOfFiles } from "../_files/words";

/** The published figures, for everybody; 404 before there are any. */
export const GET = apiRoute("survey open data", async (request) => {
  const results = await resultsAsked(request);
  const locale = languageAsked(request);
  const t = await getTranslations({ locale, namespace: "surveyResults" });
  const text = csvOfFigures(results.figures, await wordsOfFiles(results, locale));
  return csvFile(text, `${t("fileName")}-${results.day}.csv`);
});
