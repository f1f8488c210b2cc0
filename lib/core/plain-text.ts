/** Marks that turn the direction of what follows (bidi controls), and those nobody sees. */
const unseen =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** One line as typed: no control character, no mark that hides or turns the text, single spaces. */
export function oneLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(unseen, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Several lines as typed, without what hides or turns the text; two empty lines at most. */
export function severalLines(text: string): string {
  return text
    .normalize("NFC")
    .replace(unseen, "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n]+/gu, " ")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
}
