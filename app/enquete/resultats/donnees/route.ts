import { getTranslations } from "next-intl/server";
import { NotFound } from "@/lib/core/errors";
import { csvOfFigures } from "@/lib/surveys/open-data/rules";
import { findResults } from "@/lib/surveys/publications/queries";
import { apiRoute } from "@/lib/web/api-route";
import { csvFile, languageAsked, wordsOfFiles } from "../_files/words";

/** The published figures, for everybody; 404 before there are any. */
export const GET = apiRoute("survey open data", async (request) => {
  const results = await findResults();
  if (!results) throw new NotFound();
  const locale = languageAsked(request);
  const t = await getTranslations({ locale, namespace: "surveyResults" });
  const text = csvOfFigures(results.figures, await wordsOfFiles(results, locale));
  return csvFile(text, `${t("fileName")}-${results.day}.csv`);
});
