import { fold } from "@/lib/core/fold";

/** What somebody looks for: an ad of theirs, or a line of their profile. */
export type Need = { text: string; theme: string | null; adId: string | null };
/** What somebody can do, of what they opened to members. */
export type Offer = { text: string | null; theme: string | null };

export type Match = { need: Need; offer: Offer };

const shortestWord = 4;
/** Letters two words must begin with to be of one family: « comptable », « comptabilité ». */
const sharedLetters = 7;
const shortestRoot = 5;

/** Words that say nothing of what is looked for. */
const empty = new Set(
  "aide aider besoin cherche chez dans pour avec sans faire mettre mise petit petite votre notre cours quelqu quelque savoir help need with some".split(
    " ",
  ),
);

/** The folded words of a text that tell what it is about. */
export function tellingWords(text: string): string[] {
  const words = fold(text).split(" ");
  return [...new Set(words.filter((word) => word.length >= shortestWord && !empty.has(word)))];
}

/** One word, or two of one family: the same beginning, or one with an ending more. */
export function isSameWord(one: string, other: string): boolean {
  const [a, b] = [withoutPlural(one), withoutPlural(other)];
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= shortestRoot && long.startsWith(short)) return true;
  return short.length >= sharedLetters && long.startsWith(short.slice(0, sharedLetters));
}

function withoutPlural(word: string): string {
  return word.replace(/[sx]$/, "");
}

/**
 * Why one could help the other: the first need that an offer answers, by a word in common first, by the
 * same theme otherwise (« other » is none); null when nothing does.
 */
export function matchOf(needs: Need[], offers: Offer[]): Match | null {
  return firstOf(needs, offers, sharesAWord) ?? firstOf(needs, offers, sharesTheTheme);
}

function firstOf(
  needs: Need[],
  offers: Offer[],
  answers: (need: Need, offer: Offer) => boolean,
): Match | null {
  for (const need of needs) {
    const offer = offers.find((each) => answers(need, each));
    if (offer) return { need, offer };
  }
  return null;
}

function sharesAWord(need: Need, { text }: Offer): boolean {
  if (text === null) return false;
  const offered = tellingWords(text);
  return tellingWords(need.text).some((word) => offered.some((other) => isSameWord(word, other)));
}

function sharesTheTheme(need: Need, { theme }: Offer): boolean {
  return theme !== null && theme !== "other" && need.theme === theme;
}
