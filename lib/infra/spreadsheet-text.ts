import "server-only";

/** As in our CSV files: a text that begins like a formula is marked as a text. */
export function keptAsText(words: string): string {
  const written = xmlLetters(words);
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(written) ? `'${written}` : written;
}

/** Words as XML holds them, between tags or in an attribute. */
export function escaped(words: string): string {
  return xmlLetters(words)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function xmlLetters(words: string): string {
  return Array.from(words, (letter) => (isXmlLetter(letter) ? letter : "")).join("");
}

function isXmlLetter(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20) return [0x09, 0x0a, 0x0d].includes(code);
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

const longestName = 31;

/** Tabs have one to thirty-one letters, none of `[]*?:/\'`, and no name twice. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  for (const name of names) {
    const plain =
      xmlLetters(name)
        .replace(/[[\]*?:/\\']/g, " ")
        .replace(/\s+/g, " ")
        .trim() || "-";
    const candidates = [plain, ...names.map((_, index) => `${index + 2} ${plain}`)];
    const short = candidates.map((each) => Array.from(each).slice(0, longestName).join("").trim());
    taken.add(short.find((each) => !taken.has(each)) ?? plain);
  }
  return [...taken];
}
