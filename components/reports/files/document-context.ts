import { getLocale, getTranslations } from "next-intl/server";
import type { Day } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { getFigureWords } from "../figure-words";
import type { DocumentContext } from "./report-document";
import { getReportFileWords } from "./report-file-words";

/** All the words of the files of a report, in the language of whoever asks. */
export async function getDocumentContext(network: string, madeOn: Day): Promise<DocumentContext> {
  const [figures, words, t, indicators, language] = await Promise.all([
    getFigureWords(),
    getReportFileWords(),
    getTranslations("reportFiles"),
    getTranslations("indicators"),
    getLocale(),
  ]);
  return {
    ...{ figures, words, t, network, madeOn },
    locale: localeOf(language),
    family: (family) => indicators(`families.${family}`),
    term: (term) => ({
      term: indicators(`commonList.${term}.term`),
      words: indicators(`commonList.${term}.words`),
    }),
  };
}
