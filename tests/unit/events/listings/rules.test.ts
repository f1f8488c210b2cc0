import { expect, test } from "vitest";
import { day, weekdayOf } from "@/lib/core/day";
import {
  addressOfAgenda,
  feedAddresses,
  firstOfMonth,
  holdsWords,
  isNarrowed,
  readAgendaSearch,
  weekendFrom,
  weeksOfMonth,
} from "@/lib/events/listings/rules";
import { allHostile, hostileTexts } from "@/tests/support/hostile-texts";

const today = day("2026-06-17");
const all = readAgendaSearch({}, today);

test("an address says what is looked for, and gives the same address back", () => {
  const query = {
    ...{ q: "marché public", lieu: "la-cale", theme: "work", commune: "46231" },
    ...{ quand: "week-end", inscription: "sans", vue: "mois", mois: "2026-11", page: "3" },
  };
  const search = readAgendaSearch(query, today);
  expect(search).toEqual({
    ...{ text: "marché public", space: "la-cale", theme: "work", commune: "46231" },
    ...{ isWeekend: true, isOpen: true, month: "2026-11-01", page: 3 },
  });
  const address = addressOfAgenda(search, { page: 3 });
  const again = new URL(address, "https://lot.test").searchParams;
  expect(readAgendaSearch(Object.fromEntries(again), today)).toEqual(search);
  expect(addressOfAgenda(all)).toBe("/evenements");
});

test("whatever else an address holds, it asks for nothing", () => {
  const odd = [
    { theme: "nothing", lieu: "../etc", commune: "x", quand: "demain", inscription: "avec" },
    { page: "-1" },
    { page: "1e9" },
    { vue: "semaine" },
    { lieu: "A".repeat(90) },
  ];
  for (const query of odd) expect(readAgendaSearch(query, today)).toEqual(all);
  for (const text of [...hostileTexts, allHostile]) {
    const search = readAgendaSearch({ q: text, lieu: text, theme: text, page: text }, today);
    expect(search).toMatchObject({ space: null, theme: null, page: 1 });
    expect(search.text.length).toBeLessThanOrEqual(100);
  }
});

test("programs read the same space and theme, in the language of the page", () => {
  expect(feedAddresses(all, "fr")).toEqual({
    calendar: "/evenements/agenda.ics",
    news: "/evenements/flux.xml",
  });
  const narrowed = { ...all, space: "la-cale", theme: "work" as const, text: "marché" };
  expect(feedAddresses(narrowed, "en").news).toBe(
    "/evenements/flux.xml?lieu=la-cale&theme=work&langue=en",
  );
});

test("a month that cannot be read, or that lies years away, is this one", () => {
  const month = (mois: string) => readAgendaSearch({ vue: "mois", mois }, today).month;
  expect(month("2026-02")).toBe("2026-02-01");
  for (const odd of ["", "2026-13", "2026-2", "1999-01", "2040-01", "x"]) {
    expect(month(odd), odd).toBe("2026-06-01");
  }
  expect(firstOfMonth(day("2026-01-31"), 1)).toBe("2026-02-01");
  expect(firstOfMonth(day("2026-01-31"), -1)).toBe("2025-12-01");
});

test("this week-end is the one that is on, or the next", () => {
  expect(weekendFrom(day("2026-06-17"))).toEqual({ first: "2026-06-20", last: "2026-06-21" });
  expect(weekendFrom(day("2026-06-20"))).toEqual({ first: "2026-06-20", last: "2026-06-21" });
  expect(weekendFrom(day("2026-06-21"))).toEqual({ first: "2026-06-20", last: "2026-06-21" });
  expect(weekendFrom(day("2026-06-22"))).toEqual({ first: "2026-06-27", last: "2026-06-28" });
});

test("a month is whole weeks from Monday on", () => {
  const weeks = weeksOfMonth(day("2026-06-01"));
  expect(weeks).toHaveLength(5);
  expect(weeks.every((week) => week.length === 7 && week[0] && weekdayOf(week[0]) === 1)).toBe(
    true,
  );
  expect(weeks.flat().at(0)).toBe("2026-06-01");
  expect(weeks.flat().at(-1)).toBe("2026-07-05");
  expect(weeksOfMonth(day("2026-02-01")).flat().at(0)).toBe("2026-01-26");
});

test("every word typed is found in the title, the sentence or the place, whatever its accents", () => {
  const said = {
    title: "Répondre à un marché public",
    summary: "Un après-midi pour comprendre.",
    places: ["La Cale", "Puy-l’Évêque", null],
  };
  for (const text of ["marche", "PUBLIC cale", "puy l'eveque", "apres-midi", "", "…!"]) {
    expect(holdsWords(said, text), text).toBe(true);
  }
  expect(holdsWords(said, "marché Luzech")).toBe(false);
});

test("a list is narrowed by what is asked of it, not by its page nor its month", () => {
  expect(isNarrowed(all)).toBe(false);
  expect(isNarrowed({ ...all, page: 2, month: day("2026-06-01") })).toBe(false);
  expect(isNarrowed({ ...all, isOpen: true })).toBe(true);
});
