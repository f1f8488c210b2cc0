import { themes } from "@/lib/members/themes/schema";

/** The theme of an ad by its name in messages; one that is no more is « other ». */
export function themeOf(theme: string): (typeof themes)[number] {
  return themes.find((known) => known === theme) ?? "other";
}
