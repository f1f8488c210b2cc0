import type { getTranslations } from "next-intl/server";
import { named } from "@/lib/core/elision";
import type { ResidenceLine } from "@/lib/reports/residences/rules";

type Words = Awaited<ReturnType<typeof getTranslations<"reports">>>;

/** Name of a line of residences, as shown and as exported. */
export function residenceWords(
  { kind, name }: Pick<ResidenceLine, "kind" | "name">,
  t: Words,
): string {
  if (kind === "around") return t("around", named(name));
  return kind === "rest" ? t("rest") : name;
}
