import type { getTranslations } from "next-intl/server";
import type { SurveySource } from "@/lib/surveys/sources/schema";

type Words = Awaited<ReturnType<typeof getTranslations<"paper">>>;

const own = ["site", "presse", "papier", "affiche"] as const;

/** A source as somebody says it: « Mairie de Luzech », « papier ». */
export function sourceWords({ code, kind, name }: SurveySource, t: Words): string {
  if (kind === "town_hall") return t("sources.town_hall", { name });
  if (kind !== "own") return name;
  const known = own.find((each) => each === code);
  return known ? t(`sources.${known}`) : code;
}
