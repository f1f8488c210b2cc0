import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  capitalised,
  dayParts,
  formatDay,
  formatEuros,
  formatKilometres,
  formatMinute,
  formatMinutes,
  formatMonth,
  formatNumber,
  formatShare,
  formatTime,
  formatTimes,
  formatWeekday,
} from "@/lib/core/format";
import { localeOf, preferredLocale } from "@/lib/core/locale";

const thursday = day("2026-06-18");
const morning = {
  startsAt: new Date("2026-06-18T06:30:00Z"),
  endsAt: new Date("2026-06-18T10:30:00Z"),
};

test("days are said in words, with the year when it is another", () => {
  expect(formatDay(thursday, "fr")).toBe("jeudi 18 juin");
  expect(formatDay(thursday, "en")).toBe("Thursday 18 June");
  expect(formatDay(day("2027-01-04"), "fr", thursday)).toBe("lundi 4 janvier 2027");
  expect(dayParts(thursday, "fr")).toEqual({ weekday: "jeu.", date: "18", month: "juin" });
  expect(formatMonth(thursday, "fr")).toBe("juin 2026");
  expect([formatWeekday(1, "fr"), formatWeekday(7, "en")]).toEqual(["lundi", "Sunday"]);
});

test("hours are written the French way, with spaces that do not break", () => {
  expect(formatMinute(510, "fr")).toBe("8\u00a0h\u00a030");
  expect(formatMinute(1080, "fr")).toBe("18\u00a0h");
  expect(formatMinute(1080, "en")).toBe("18:00");
  expect(formatMinutes({ startMinute: 510, endMinute: 1110 }, "fr")).toBe(
    "8\u00a0h\u00a030\u00a0– 18\u00a0h\u00a030",
  );
});

test("an interval is said on the wall of the space", () => {
  expect(formatTimes(morning, "Europe/Paris", "en")).toBe("8:30\u00a0– 12:30");
  expect(formatTime(morning.startsAt, "Asia/Kathmandu", "en")).toBe("12:15");
});

test("numbers and shares follow the language", () => {
  expect(formatShare(0.634, "fr")).toBe(
    "63\u00a0%".replace("\u00a0", formatShare(0.634, "fr")[2] ?? ""),
  );
  expect(formatShare(0.634, "en")).toBe("63%");
  expect(formatNumber(112.5, "fr")).toBe("112,5");
  expect(formatKilometres(8.37, "fr")).toBe("8\u202fkm");
  expect(formatEuros(12.5, "fr")).toBe("12,50\u00a0€");
  expect(formatEuros(12, "en")).toBe("€12");
  expect(capitalised("jeudi", "fr")).toBe("Jeudi");
});

test.each([
  [null, "fr"],
  ["en-GB,en;q=0.9", "en"],
  ["de,en;q=0.4,fr;q=0.6", "fr"],
  ["de,nl", "fr"],
  ["en;q=0, fr;q=0.1", "fr"],
  [";;;,q=x", "fr"],
])("the language of « %s » is %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});

test("an unknown language is French", () => {
  expect([localeOf("en"), localeOf("de"), localeOf(undefined)]).toEqual(["en", "fr", "fr"]);
});

test("the first of a month is « 1er » in French alone", () => {
  expect(formatDay(day("2026-12-01"), "fr")).toBe("mardi 1er décembre");
  expect(formatDay(day("2026-12-11"), "fr")).toBe("vendredi 11 décembre");
  expect(formatDay(day("2026-12-01"), "en")).toBe("Tuesday 1 December");
});

test("a figure below zero has the sign of a minus, and what rounds to nothing has none", () => {
  expect(formatNumber(-1.5, "fr")).toBe("\u22121,5");
  expect(formatNumber(-51, "en")).toBe("\u221251");
  expect(formatShare(-0.2, "en")).toBe("\u221220%");
  expect(formatEuros(-3, "en")).toBe("\u2212€3");
  expect(formatNumber(-0.01, "fr")).toBe("0");
  expect(formatNumber(-0, "en")).toBe("0");
});
