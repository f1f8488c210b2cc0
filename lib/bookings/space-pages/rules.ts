import { addDays, type Day, dayOf, daysBetween, instantAt, parseDay } from "@/lib/core/day";
import { nextOpeningTurn } from "@/lib/spaces/opening-hours/rules";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { networkTimeZone } from "@/lib/spaces/schema";
import { type DayFrame, type DaysWanted, nextTurn } from "../availability/rules";
import type { ResourceTerms } from "../moments/rules";
import type { BookableSpace } from "../rules";
import { readSearch, type Search, type SearchParameters, textOf } from "../searches/rules";
import { mondayOf } from "../weeks/rules";

/** Furthest first day of the strip of a space's page. */
const strip = 90;
/** Furthest Monday of the week by resource. */
const furthest = 400;

/** What the page of a space is asked to show: a week from `first`, one chosen day, one part of it; local days. */
export function readSpacePage(
  parameters: SearchParameters,
  today: Day,
): { first: Day; search: Search } {
  const asked = parseDay(textOf(parameters["semaine"]));
  const isShown = asked !== null && asked >= today && asked <= addDays(today, strip);
  return { first: isShown ? asked : today, search: readSearch(parameters, today) };
}

/** The Monday the week of a space is asked to begin on; this week's for any other day. */
export function readWeekPage(parameters: SearchParameters, today: Day): Day {
  const thisWeek = mondayOf(today);
  const asked = parseDay(textOf(parameters["du"])) ?? thisWeek;
  const isShown = asked >= thisWeek && asked <= addDays(thisWeek, furthest);
  return isShown ? mondayOf(asked) : thisWeek;
}

/** The month a space is asked to show, by its first local day (`mois`, « 2026-06 »); this one for any other, past or far. */
export function readMonthPage(parameters: SearchParameters, today: Day): Day {
  const thisMonth = monthOf(today);
  const asked = parseDay(`${textOf(parameters["mois"])}-01`) ?? thisMonth;
  return asked >= thisMonth && asked <= addDays(thisMonth, furthest) ? asked : thisMonth;
}

/** First local day of the month that is `months` later than that of `day`. */
export function monthOf(day: Day, months: -1 | 0 | 1 = 0): Day {
  const first = addDays(day, 1 - Number(day.slice(8)));
  if (months === 0) return first;
  return monthOf(addDays(first, months === 1 ? 31 : -1));
}

export type PublicPage = {
  slug: string;
  /** With all the page depends on and nothing else. */
  address: string;
  /** The local days it shows. */
  range: DaysWanted;
  /** It has nothing to run: no script need be sent with it. */
  isStill: boolean;
};

/**
 * The page of a space, of its week or of its month, that this address means to somebody without an account; null for
 * any other page, and for one that repeats to the visitor what they typed.
 */
export function publicPageAt(
  path: string,
  parameters: SearchParameters,
  today: Day,
): PublicPage | null {
  const [, slug, view] = /^\/lieux\/([a-z0-9-]+)(\/semaine|\/mois)?$/.exec(path) ?? [];
  if (!slug) return null;
  if (view === "/mois") {
    const from = readMonthPage(parameters, today);
    const range = { from, days: daysBetween(from, monthOf(from, 1)) };
    return { slug, address: `${path}?mois=${from.slice(0, 7)}`, range, isStill: true };
  }
  if (view) {
    const from = readWeekPage(parameters, today);
    return { slug, address: `${path}?du=${from}`, range: { from, days: 7 }, isStill: false };
  }
  const { first, search } = readSpacePage(parameters, today);
  if (search.problem) return null;
  const [from = first, , last = first] = [first, addDays(first, 6), search.day].sort();
  const address = `${path}?semaine=${first}&jour=${search.day}&moment=${search.part}`;
  return { slug, address, range: { from, days: daysBetween(from, last) + 1 }, isStill: true };
}

type PageSpace = BookableSpace<ResourceTerms> & { calendar: OpeningCalendar };

/** Longest a page is kept, so that what nobody thought of mends itself, in milliseconds. */
const longestKept = 5 * 60_000;

/**
 * Until when a page made at that instant says the same, if nothing is booked or changed meanwhile: what is
 * free turns, a door opens or shuts, a closure is over, the day turns here or in the network's zone.
 */
export function pageGoodUntil(space: PageSpace, frames: DayFrame[], at: Date): Date {
  const midnight = instantAt(addDays(dayOf(at, networkTimeZone), 1), 0, networkTimeZone);
  const closures = [...space.calendar.closures, ...space.resources.flatMap((one) => one.closures)];
  const turns = [
    ...[midnight, nextTurn(space, frames, at), nextOpeningTurn(space.calendar, at)],
    ...closures.map(({ endsAt }) => endsAt).filter((end) => end > at),
  ];
  const longest = at.getTime() + longestKept;
  return new Date(Math.min(longest, ...turns.map((turn) => turn.getTime())));
}
