import { getTranslations } from "next-intl/server";
import { elsewhere } from "@/lib/surveys/answers/queries";

/** Answers to "which commune" that are none, in words. */
export async function elsewhereWords(): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations("survey.elsewhere");
  return elsewhere.map((value) => ({ value, label: t(value) }));
}
