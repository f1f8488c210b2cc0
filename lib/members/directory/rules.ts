import type { Day } from "@/lib/core/day";
import { fold } from "@/lib/core/fold";
import type { Audiences } from "../audiences/schema";
import { shownTo } from "../profiles/rules";
import type { ProfileContent } from "../profiles/schema";

const mostWords = 6;
/** Shorter words are kept whole: « pas », « bus ». */
const shortest = 4;

/** Stands before each thing somebody knows how to do or teaches; no text folds to it. */
const skillMark = "#";

/**
 * What the search reads of a profile, for members and for everybody: the name first, so that it sorts,
 * then every field opened to them; empty when the name is not. Written with each change of the profile.
 */
export function searchTexts(
  content: ProfileContent,
  audiences: Audiences,
): { membersText: string; publicText: string } {
  return {
    membersText: textOf(shownTo(content, audiences, "member")),
    publicText: textOf(shownTo(content, audiences, "visitor")),
  };
}

function textOf(shown: ProfileContent | null): string {
  if (!shown) return "";
  const plain = [
    shown.name,
    shown.activity,
    shown.commune?.name,
    shown.usualSpace?.name,
    shown.rhythm,
    ...shown.seeks,
  ];
  const known = [...shown.skills, ...shown.teaches].map((skill) => skillMark + fold(skill));
  return [...plain.map((text) => fold(text ?? "")), ...known]
    .filter((text) => text !== "" && text !== skillMark)
    .join(" ");
}

/** The words of a search as they are looked for: folded, at most six, without the mark of a plural. */
export function searchWords(typed: string): string[] {
  const words = fold(typed)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (word.length >= shortest ? word.replace(/[sx]$/, "") : word));
  return [...new Set(words)].slice(0, mostWords);
}

/** How a skill is looked for in the same text: from its beginning. */
export function skillPattern(typed: string): string | null {
  const skill = fold(typed);
  return skill === "" ? null : skillMark + skill;
}

/** The day one may ask who is there on: from today on; who was there is nobody's business any more. */
export function askedDay(le: Day | null, today: Day): Day | null {
  return le !== null && le >= today ? le : null;
}

export type Piece = { text: string; isMatch: boolean };

/** The text cut where a word of the search is found, to the end of the word it is in; as written, accents and all. */
export function markMatches(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(/(?<=[^\p{L}\p{N}\p{M}])|(?=[^\p{L}\p{N}\p{M}])/u)) {
    const at = matchIn(part, words);
    push(pieces, part.slice(0, at ?? undefined), false);
    if (at !== null) push(pieces, part.slice(at), true);
  }
  return pieces;
}

/** Where in one word of a text a word of the search begins; null when none does. */
function matchIn(word: string, words: readonly string[]): number | null {
  const letters = [...word];
  const folded = letters.map((letter) => fold(letter));
  const whole = folded.join("");
  const found = words.map((each) => whole.indexOf(each)).filter((at) => at >= 0);
  if (found.length === 0) return null;
  let [index, before] = [Math.min(...found), 0];
  for (const [position, letter] of letters.entries()) {
    const length = folded[position]?.length ?? 0;
    if (index < length) return before;
    index -= length;
    before += letter.length;
  }
  return null;
}

function push(pieces: Piece[], text: string, isMatch: boolean): void {
  const last = pieces.at(-1);
  if (text === "") return;
  if (last?.isMatch === isMatch) last.text += text;
  else pieces.push({ text, isMatch });
}
