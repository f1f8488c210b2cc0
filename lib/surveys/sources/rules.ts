import { fold } from "@/lib/core/fold";

/** Code of a town hall as a source: its commune's name in an address, « puy-l-eveque ». */
export function townHallCode(commune: string): string {
  return fold(commune).replaceAll(" ", "-");
}

/** Code of a space as a source; no commune is called so. */
export function spaceCode(slug: string): string {
  return `lieu-${slug}`;
}
