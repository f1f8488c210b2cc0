import { markMatches } from "@/lib/members/directory/rules";

/** A text with what was searched for marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  let at = 0;
  return markMatches(text, words).map((piece) => {
    at += piece.text.length;
    return piece.isMatch ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>;
  });
}
