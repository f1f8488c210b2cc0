import { addDays, type Day } from "@/lib/core/day";
import { fold } from "@/lib/core/fold";
import { themes } from "../themes/schema";
import {
  type AdKind,
  type AdRefusal,
  type AdState,
  type AdTheme,
  adKinds,
  longestSearch,
  mostDays,
  usualDays,
} from "./schema";

export type AdDates = { validUntil: Day; closedAt: Date | null; hiddenAt: Date | null };

/** What others see of it on that local day; its last day is included. A hidden one stays so, whatever else. */
export function stateOfAd(ad: AdDates, today: Day): AdState {
  if (ad.hiddenAt) return "hidden";
  if (ad.closedAt) return "closed";
  return ad.validUntil < today ? "expired" : "open";
}

/** The last day of an ad is today at the earliest, `mostDays` ahead at most: `day_passed`, `day_too_far`. */
export function decideValidity(validUntil: Day, today: Day): AdRefusal | null {
  if (validUntil < today) return "day_passed";
  return validUntil > addDays(today, mostDays) ? "day_too_far" : null;
}

/** The last day after a renewal: the usual days from today, or later when it was later already. */
export function renewedUntil(validUntil: Day, today: Day): Day {
  const usual = addDays(today, usualDays);
  return validUntil > usual ? validUntil : usual;
}

/** What a search looks through: the title, the words and the counterpart, folded. */
export function searchTextOf(ad: {
  title: string;
  text: string;
  counterpart?: string | null | undefined;
}): string {
  return fold([ad.title, ad.text, ad.counterpart ?? ""].join(" "));
}

const mostWords = 8;

/** The folded words an ad must hold, all of them; a question of signs alone asks for nothing. */
export function wordsOfSearch(text: string): string[] {
  const words = fold(text.slice(0, longestSearch)).split(" ");
  return [...new Set(words.filter((word) => word !== ""))].slice(0, mostWords);
}

export type AdSearch = {
  /** As typed, for the field. */
  text: string;
  kind: AdKind | null;
  theme: AdTheme | null;
  /** Slug of a space or INSEE code of a commune; null = anywhere. */
  place: string | null;
  /** From 1. */
  page: number;
};

type Parameters = Partial<Record<string, string | string[]>>;

const lastPage = 1000;

/** What the address asks for; anything unknown in it is as if it were left out. */
export function readAdSearch(query: Parameters): AdSearch {
  const page = Number(first(query["page"]));
  return {
    text: first(query["q"]).slice(0, longestSearch),
    kind: adKinds.find((kind) => kind === first(query["type"])) ?? null,
    theme: themes.find((theme) => theme === first(query["theme"])) ?? null,
    place: first(query["lieu"]).slice(0, 80) || null,
    page: Number.isInteger(page) && page > 0 && page <= lastPage ? page : 1,
  };
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** The address of a search, with some of it changed; the page is the first one unless told. */
export function addressOfSearch(search: AdSearch, changes: Partial<AdSearch> = {}): string {
  const wanted = { ...search, page: 1, ...changes };
  const query = new URLSearchParams();
  if (wanted.text) query.set("q", wanted.text);
  if (wanted.kind) query.set("type", wanted.kind);
  if (wanted.theme) query.set("theme", wanted.theme);
  if (wanted.place) query.set("lieu", wanted.place);
  if (wanted.page > 1) query.set("page", String(wanted.page));
  return query.size > 0 ? `/annonces?${query}` : "/annonces";
}

/** Whether anything narrows the list. */
export function isNarrowed({ text, kind, theme, place }: AdSearch): boolean {
  return Boolean(text || kind || theme || place);
}
