/** Alphabets whose letters look like those of another one. */
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Lisu}/u,
  /\p{Script=Georgian}/u,
];
/** Blanks that are letters, and marks nobody sees, besides what `oneLine` takes out already. */
const blanks = /(?:[\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5)/gu;
/** More marks on one letter than any language writes. */
const heaps = /(\p{M}{2})\p{M}+/gu;

/** A name without look-alike letters of other forms (𝐌, Ｍ), blanks that are letters and heaps of accents. */
export function plainName(text: string): string {
  return text
    .normalize("NFKC")
    .replace(blanks, "")
    .replace(heaps, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** One word written with two alphabets, such as « Mаёlle » with a Cyrillic а: it is made to deceive. */
export function mixesAlphabets(name: string): boolean {
  return name
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => scripts.filter((script) => script.test(word)).length > 1);
}

/** A name has a letter, whatever its alphabet. */
export function isAName(name: string): boolean {
  return /\p{L}/u.test(name);
}
