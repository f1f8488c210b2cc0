import type { DirectorySearch } from "@/lib/members/directory/schema";

/** The address of a search, without what it does not say. */
export function directoryAddress(search: Partial<DirectorySearch>): string {
  const said = Object.entries(search).flatMap(([name, value]) =>
    value === "" || value === null || (name === "page" && value === 1)
      ? []
      : [[name, String(value)]],
  );
  const query = new URLSearchParams(said).toString();
  return query ? `/membres?${query}` : "/membres";
}

/** Everybody who can do that, or teaches it. */
export function skillAddress(skill: string): string {
  return directoryAddress({ competence: skill });
}
