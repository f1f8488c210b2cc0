import type { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import type { ProfileRefusal } from "@/lib/members/profiles/schema";
import { profileRefusalKeys } from "./refusals";

type Words = Awaited<ReturnType<typeof getTranslations<"profile">>>;

/** The sentence of a refused profile, with the communes it may be when some come near. */
export function profileRefusalWords(
  { refusal, data }: Refused<ProfileRefusal>,
  t: Words,
  locale: Locale,
): { message: string } {
  const said = t(profileRefusalKeys[refusal]);
  if (refusal === "unknown_space") return { message: said };
  const names = suggestionsIn(data);
  const help =
    names.length > 0
      ? t("suggestions", {
          names: new Intl.ListFormat(locale, { type: "disjunction" }).format(names),
        })
      : t("orElse");
  return { message: `${said} ${help}` };
}

function suggestionsIn(data: unknown): string[] {
  if (typeof data !== "object" || data === null || !("suggestions" in data)) return [];
  const { suggestions } = data;
  return Array.isArray(suggestions)
    ? suggestions.filter((name): name is string => typeof name === "string")
    : [];
}
