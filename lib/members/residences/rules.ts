import { fold } from "@/lib/core/fold";

export type CommuneName = { insee: string; name: string };

export type Residence =
  | { found: CommuneName }
  /** None, or several: those it may be, the nearest writings first. */
  | { found: null; isAmbiguous: boolean; suggestions: CommuneName[] };

const most = 5;

/**
 * The commune somebody means by what they typed: its INSEE code, or its name without regard to accents,
 * apostrophes, hyphens and « St » for Saint. A part of one name only is that name.
 */
export function residenceOf(typed: string, communes: readonly CommuneName[]): Residence {
  const wanted = wholeSaint(fold(typed));
  const folded = communes.map((commune) => ({ commune, name: fold(commune.name) }));
  const exact = communes.filter(({ insee }) => insee === typed.trim());
  const same = folded.filter(({ name }) => name === wanted).map(({ commune }) => commune);
  const [only, second] = [...exact, ...same];
  if (only && !second) return { found: only };
  if (second) return { found: null, isAmbiguous: true, suggestions: same.slice(0, most) };
  const parts = folded.filter(({ name }) => wanted !== "" && beginsAWord(name, wanted));
  const [part] = parts;
  if (part && parts.length === 1) return { found: part.commune };
  const near = parts.length > 0 ? parts : alike(folded, wanted);
  return {
    found: null,
    isAmbiguous: parts.length > 1,
    suggestions: near.slice(0, most).map(({ commune }) => commune),
  };
}

/** « St » typed alone is the beginning of Saint: `fold` says it whole only before a name. */
function wholeSaint(folded: string): string {
  return folded === "st" || folded === "ste" ? folded.replace("st", "saint") : folded;
}

function beginsAWord(name: string, wanted: string): boolean {
  return ` ${name}`.includes(` ${wanted}`);
}

/**
 * Names that share half of what was typed, by groups of three letters, the likest first; failing that
 * those that begin alike, however little.
 */
function alike<Named extends { name: string }>(named: Named[], wanted: string): Named[] {
  const groups = threes(wanted);
  const judged = named
    .map((each) => ({ each, share: shareOf(groups, threes(each.name)) }))
    .sort((a, b) => b.share - a.share);
  const near = judged.filter(({ share }) => share >= 0.4);
  const begun = judged.filter(
    ({ each }) => wanted !== "" && beginsAWord(each.name, wanted.slice(0, 2)),
  );
  return (near.length > 0 ? near : begun).map(({ each }) => each);
}

function threes(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

function shareOf(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter((group) => b.has(group)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}
