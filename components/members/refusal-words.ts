import type { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import type { ProfileRefusal } from "@/lib/members/profiles/schema";
import { profileRefusalKeys } from "./refusals";

type Words = Awaited<ReturnType<typeof getTranslations<"profile">>>;

const fieldOf = {
  unknown_commune: "commune",
  ambiguous_commune: "commune",
  unknown_space: "usualSpace",
  official_name: "name",
  name_of_role_holder: "name",
} as const satisfies Record<ProfileRefusal, string>;

/** The sentence of a refused profile, at its field, with the communes it may be when some come near. */
export function profileRefusalWords(
  { refusal, data }: Refused<ProfileRefusal>,
  t: Words,
  locale: Locale,
): { message: string; fields: Record<string, string> } {
  const field = fieldOf[refusal];
  const said = t(profileRefusalKeys[refusal]);
  const message = t("notSaved");
  if (field !== "commune") return { message, fields: { [field]: said } };
  const names = suggestionsIn(data);
  const help =
    names.length > 0
      ? t("suggestions", {
          names: new Intl.ListFormat(locale, { type: "disjunction" }).format(names),
        })
      : t("orElse");
  return { message, fields: { commune: `${said} ${help}` } };
}

function suggestionsIn(data: unknown): string[] {
  if (typeof data !== "object" || data === null || !("suggestions" in data)) return [];
  const { suggestions } = data;
  return Array.isArray(suggestions)
    ? suggestions.filter((name): name is string => typeof name === "string")
    : [];
}
