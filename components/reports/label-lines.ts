/** A label as lines for a drawing, which does not wrap: by words, a word too long cut, three at most. */
export function labelLines(text: string, longest: number): string[] {
  const words = text.split(/\s+/).flatMap((word) => piecesOf(word, longest));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  if (lines.length <= 3) return lines;
  return [...lines.slice(0, 2), `${(lines[2] ?? "").slice(0, longest - 1)}…`];
}

function piecesOf(word: string, longest: number): string[] {
  const letters = [...word];
  const count = Math.ceil(letters.length / longest);
  return Array.from({ length: count }, (_, index) =>
    letters.slice(index * longest, (index + 1) * longest).join(""),
  );
}
