import type { getTranslations } from "next-intl/server";
import type { Step } from "@/lib/members/welcome/rules";

export type StepWords = Awaited<ReturnType<typeof getTranslations<"belonging.steps">>>;

/** A step by the name its host gave it, else the one it has everywhere. */
export function stepName({ kind, title }: Pick<Step, "kind" | "title">, t: StepWords): string {
  return title || t(kind);
}
