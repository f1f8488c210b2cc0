import { wordsOfSearch } from "../ads/rules";

/** An open request, by whom, and its words folded. */
export type Asking = { personId: string; searchText: string };
export type Wanted = { offer: string; people: number };

/**
 * Of what somebody says they can do, what most people ask for now; the first said of equals, null when
 * nobody asks for any. A request is for it when it has all its words.
 */
export function mostWanted(offers: string[], asks: Asking[]): Wanted | null {
  const wanted = offers.map((offer) => ({ offer, people: peopleAsking(offer, asks) }));
  const [most] = wanted.filter(({ people }) => people > 0).sort((a, b) => b.people - a.people);
  return most ?? null;
}

function peopleAsking(offer: string, asks: Asking[]): number {
  const words = wordsOfSearch(offer);
  if (words.length === 0) return 0;
  const people = asks.filter(({ searchText }) => words.every((word) => searchText.includes(word)));
  return new Set(people.map(({ personId }) => personId)).size;
}
