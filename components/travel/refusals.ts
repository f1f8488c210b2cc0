import type { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import type { CommuteRefusal } from "@/lib/reports/commutes/schema";
import type { TravelAssumptionsRefusal } from "@/lib/reports/travel-assumptions/schema";

/** Each refusal has its sentence: a missing one does not compile. */
const commuteRefusalKeys = {
  not_teleworker: "refusals.not_teleworker",
  no_home: "refusals.no_home",
  not_agreed: "refusals.not_agreed",
  unknown_commune: "refusals.unknown_commune",
  ambiguous_commune: "refusals.ambiguous_commune",
  unknown_space: "refusals.unknown_space",
  space_without_km: "refusals.space_without_km",
  km_without_space: "refusals.km_without_space",
} as const satisfies Record<CommuteRefusal, string>;

export const assumptionsRefusalKeys = {
  changed_since: "refusals.changed_since",
  not_a_value: "refusals.not_a_value",
  nothing_changed: "refusals.nothing_changed",
} as const satisfies Record<TravelAssumptionsRefusal, string>;

/** The field each is about; null = the profile, not a field of the form. */
const fieldOf = {
  not_teleworker: null,
  no_home: null,
  not_agreed: "agrees",
  unknown_commune: "workplace",
  ambiguous_commune: "workplace",
  unknown_space: "space",
  space_without_km: "kmToSpace",
  km_without_space: "space",
} as const satisfies Record<CommuteRefusal, string | null>;

type Words = Awaited<ReturnType<typeof getTranslations<"travel">>>;

/** The sentence of what was not kept, at its field, with the communes it may be when some come near. */
export function commuteRefusalWords(
  { refusal, data }: Refused<CommuteRefusal>,
  t: Words,
  locale: Locale,
): { message: string; fields?: Record<string, string> } {
  const said = t(commuteRefusalKeys[refusal]);
  const field = fieldOf[refusal];
  if (field === null) return { message: said };
  const help = field === "workplace" ? ` ${suggestionWords(data, t, locale)}` : "";
  return { message: t("notSaved"), fields: { [field]: `${said}${help}` } };
}

function suggestionWords(data: unknown, t: Words, locale: Locale): string {
  const names = suggestionsIn(data);
  if (names.length === 0) return t("orElse");
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  return t("suggestions", { names: list.format(names) });
}

function suggestionsIn(data: unknown): string[] {
  if (typeof data !== "object" || data === null || !("suggestions" in data)) return [];
  const { suggestions } = data;
  return Array.isArray(suggestions)
    ? suggestions.filter((name): name is string => typeof name === "string")
    : [];
}
