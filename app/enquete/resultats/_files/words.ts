import { getTranslations } from "next-intl/server";
import { valueWords } from "@/components/survey-results/result-words";
import { NotFound } from "@/lib/core/errors";
import { type Locale, localeOf } from "@/lib/core/locale";
import { elsewhere } from "@/lib/surveys/answers/queries";
import type { FileWords } from "@/lib/surveys/open-data/rules";
import { findResults, type Results } from "@/lib/surveys/publications/queries";
import { outside } from "@/lib/surveys/turnout/rules";

/** The language a file is asked in by its address, so that it is the same for everybody; French else. */
export function languageAsked(request: Request): Locale {
  return localeOf(new URL(request.url).searchParams.get("langue") ?? "fr");
}

/** The results an address asks for, of the last campaign else; NotFound where there are none. */
export async function resultsAsked(request: Request): Promise<Results> {
  const results = await findResults(new URL(request.url).searchParams.get("campagne"));
  if (!results) throw new NotFound();
  return results;
}

export async function wordsOfFiles(
  { campaign, names }: Results,
  locale: Locale,
): Promise<FileWords> {
  const [t, places] = await Promise.all([
    getTranslations({ locale, namespace: "surveyResults" }),
    getTranslations({ locale, namespace: "survey.elsewhere" }),
  ]);
  const told = { questionnaire: campaign.questionnaire, locale, t };
  return {
    label: (question, value) => valueWords(question, value, told),
    commune: (code) => {
      const other = [outside, ...elsewhere].find((value) => value === code);
      return names.get(code) ?? (other ? places(other) : code);
    },
    delimiter: locale === "fr" ? ";" : ",",
  };
}

export function csvFile(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "public, max-age=600",
    },
  });
}
