/** Letters that no decomposition splits. */
const letters: Record<string, string> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };

/**
 * A text as a search compares it: without case, accents, apostrophes, hyphens and marks nobody sees;
 * « St » and « Ste » are said whole. Both what is searched and what is typed are folded.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/[œæßøłđ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(?<![\p{L}\p{N}])st(e?)(?= \p{L})/gu, "saint$1")
    .trim();
}
