import { addDays, type Day, eachDay, parseDay, weekdayOf } from "@/lib/core/day";
import { fold } from "@/lib/core/fold";
import { eventThemes } from "../schema";
import { type AgendaSearch, longestSearch } from "./schema";

type Parameters = Partial<Record<string, string | string[]>>;

const lastPage = 1_000;
/** A table of a month goes back and ahead this far, in days. */
const furthest = 750;

/** What the address asks for on that local day; anything unknown in it is as if it were left out. */
export function readAgendaSearch(query: Parameters, today: Day): AgendaSearch {
  const page = Number(first(query["page"]));
  const space = first(query["lieu"]);
  const commune = first(query["commune"]);
  return {
    text: first(query["q"]).slice(0, longestSearch),
    space: /^[a-z0-9-]{1,80}$/.test(space) ? space : null,
    theme: eventThemes.find((theme) => theme === first(query["theme"])) ?? null,
    commune: /^[0-9AB]{5}$/.test(commune) ? commune : null,
    isWeekend: first(query["quand"]) === "week-end",
    isOpen: first(query["inscription"]) === "sans",
    month: first(query["vue"]) === "mois" ? monthAsked(first(query["mois"]), today) : null,
    page: Number.isInteger(page) && page > 0 && page <= lastPage ? page : 1,
  };
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

function monthAsked(typed: string, today: Day): Day {
  const asked = parseDay(`${typed}-01`) ?? firstOfMonth(today);
  const isNear = asked > addDays(today, -furthest) && asked < addDays(today, furthest);
  return isNear ? asked : firstOfMonth(today);
}

/** First day of the month that is so many later than that of `day`. */
export function firstOfMonth(day: Day, later: -1 | 0 | 1 = 0): Day {
  const own = addDays(day, 1 - Number(day.slice(8)));
  if (later === 0) return own;
  return firstOfMonth(addDays(own, later === 1 ? 31 : -1));
}

/** The address of a search, with some of it changed; the first page unless told. `path`: the list it is of. */
export function addressOfAgenda(
  search: AgendaSearch,
  changes: Partial<AgendaSearch> = {},
  path = "/evenements",
): string {
  const wanted = { ...search, page: 1, ...changes };
  const query = new URLSearchParams();
  if (wanted.text) query.set("q", wanted.text);
  if (wanted.space) query.set("lieu", wanted.space);
  if (wanted.theme) query.set("theme", wanted.theme);
  if (wanted.commune) query.set("commune", wanted.commune);
  if (wanted.isWeekend) query.set("quand", "week-end");
  if (wanted.isOpen) query.set("inscription", "sans");
  if (wanted.month) {
    query.set("vue", "mois");
    query.set("mois", wanted.month.slice(0, 7));
  }
  if (wanted.page > 1) query.set("page", String(wanted.page));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Where programs read the same, as far as they can be asked: of that space, that theme, in that language. */
export function feedAddresses({ space, theme }: AgendaSearch, locale: string) {
  const query = new URLSearchParams();
  if (space) query.set("lieu", space);
  if (theme) query.set("theme", theme);
  if (locale !== "fr") query.set("langue", locale);
  const asked = query.size > 0 ? `?${query}` : "";
  return { calendar: `/evenements/agenda.ics${asked}`, news: `/evenements/flux.xml${asked}` };
}

/** Whether anything narrows the list. */
export function isNarrowed(search: AgendaSearch): boolean {
  const { text, space, theme, commune, isWeekend, isOpen } = search;
  return Boolean(text || space || theme || commune || isWeekend || isOpen);
}

/** Saturday and Sunday that are on or to come, as local days, both included. */
export function weekendFrom(today: Day): { first: Day; last: Day } {
  const weekday = weekdayOf(today);
  const saturday = weekday === 7 ? addDays(today, -1) : addDays(today, 6 - weekday);
  return { first: saturday, last: addDays(saturday, 1) };
}

/** Monday to Sunday, week by week, of the table of a month: days of its neighbours at both ends. */
export function weeksOfMonth(month: Day): Day[][] {
  const next = firstOfMonth(month, 1);
  const weeks: Day[][] = [];
  for (let from = addDays(month, 1 - weekdayOf(month)); from < next; from = addDays(from, 7)) {
    weeks.push(eachDay(from, addDays(from, 6)));
  }
  return weeks;
}

export type SearchedWords = { title: string; summary: string; places: (string | null)[] };

const mostWords = 8;

/** Whether it holds every word of a search, all folded; a search of signs alone finds all. */
export function holdsWords({ title, summary, places }: SearchedWords, text: string): boolean {
  const words = fold(text.slice(0, longestSearch)).split(" ").slice(0, mostWords);
  const whole = fold([title, summary, ...places].join(" "));
  return words.every((word) => whole.includes(word));
}
