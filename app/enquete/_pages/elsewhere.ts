import { getTranslations } from "next-intl/server";
import { elsewhere } from "@/lib/surveys/answers/queries";
import { outside } from "@/lib/surveys/turnout/rules";

/** Answers to "which commune" that are none, in words. */
export async function elsewhereWords(): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations("survey.elsewhere");
  return elsewhere.map((value) => ({ value, label: t(value) }));
}

/** The same, and the line that puts them together where they are counted. */
export async function residenceWords(): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations("survey.elsewhere");
  return [...(await elsewhereWords()), { value: outside, label: t(outside) }];
}
