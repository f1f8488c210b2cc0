import { fold } from "@/lib/core/fold";

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

/** Letters and signs that are read as a Latin letter. */
const lookAlikes: Record<string, string> = {
  ...{ а: "a", в: "b", е: "e", к: "k", м: "m", н: "h", о: "o", р: "p", с: "c", т: "t", у: "y" },
  ...{ х: "x", і: "i", ј: "j", ѕ: "s", ԁ: "d", ԛ: "q", ԝ: "w", ո: "n", ս: "u" },
  ...{ α: "a", β: "b", ε: "e", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u", χ: "x" },
  ...{ "0": "o", "1": "l", "3": "e", "5": "s", "@": "a", $: "s", "|": "l", ı: "l", i: "l" },
};
/** Two letters that are read as one. */
const pairs: [RegExp, string][] = [
  [/rn/g, "m"],
  [/vv/g, "w"],
];

/**
 * What the eye keeps of a name: without case, accents and blanks, each look-alike as the Latin letter it
 * is read as. Two names of one skeleton are taken for each other.
 */
export function nameSkeleton(name: string): string {
  const letters = [...skeletonWords(name).join("")];
  return pairs.reduce((text, [pair, letter]) => text.replace(pair, letter), letters.join(""));
}

function skeletonWords(name: string): string[] {
  const likened = [...name.toLowerCase()].map((letter) => lookAlikes[letter] ?? letter).join("");
  return fold(likened)
    .split(" ")
    .map((word) => [...word].map((letter) => lookAlikes[letter] ?? letter).join(""));
}

/** Words by which one would speak for the network. */
const officialWords = [
  ...["cowloting", "admin", "admins", "administrateur", "administratrice", "administration"],
  ...["administrator", "moderateur", "moderatrice", "moderation", "moderator", "support"],
  ...["assistance", "helpdesk", "webmaster", "equipe", "staff", "officiel", "official"],
];
const official = new Set(officialWords.map(nameSkeleton));
const shortestNetworkName = 5;

export type NameInUse = { personId: string; name: string };

/**
 * Why a name may not be shown: it speaks for the network (`official`: by a word, or by the name the
 * network gives itself), or it is read as that of somebody who holds a role (`taken`). Null when it may;
 * whoever holds a role is called as they like.
 */
export function decideName(
  { personId, name }: NameInUse,
  { networkNames, roleHolders }: { networkNames: string[]; roleHolders: NameInUse[] },
): "official" | "taken" | null {
  if (roleHolders.some((holder) => holder.personId === personId)) return null;
  const skeleton = nameSkeleton(name);
  const ofNetwork = networkNames
    .map((each) => nameSkeleton(each.replace(/\(.*?\)/g, "")))
    .filter((each) => each.length >= shortestNetworkName);
  const speaks =
    skeletonWords(name).some((word) => official.has(nameSkeleton(word))) ||
    [nameSkeleton("cowloting"), ...ofNetwork].some((each) => skeleton.includes(each));
  if (speaks) return "official";
  return roleHolders.some((holder) => nameSkeleton(holder.name) === skeleton) ? "taken" : null;
}
