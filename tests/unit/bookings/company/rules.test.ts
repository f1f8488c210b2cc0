import { expect, test } from "vitest";
import {
  choiceOf,
  isShown,
  metDuring,
  readCompanyDay,
  shownOf,
  staysOf,
  toldCount,
} from "@/lib/bookings/company/rules";
import { shownChoices } from "@/lib/bookings/company/schema";
import { day } from "@/lib/core/day";

const at = (hour: string) => new Date(`2026-06-16T${hour}:00Z`);
const from = (personId: string, start: string, end: string) => ({
  personId,
  startsAt: at(start),
  endsAt: at(end),
});

test("what a booking says goes before the profile", () => {
  expect(isShown(true, false)).toBe(true);
  expect(isShown(false, true)).toBe(false);
  expect(isShown(null, true)).toBe(true);
  expect(isShown(null, false)).toBe(false);
});

test("a choice is kept and read back", () => {
  for (const choice of shownChoices) expect(choiceOf(shownOf(choice))).toBe(choice);
  expect(shownOf(undefined)).toBeNull();
});

test("fewer than three are a few, nobody among them", () => {
  expect([0, 1, 2, 3, 4].map(toldCount)).toEqual([null, null, null, 3, 4]);
});

test("a day gone, too far, or that is none is today", () => {
  const today = day("2026-06-16");
  expect(readCompanyDay("2026-06-17", today)).toBe("2026-06-17");
  expect(readCompanyDay("2026-09-14", today)).toBe("2026-09-14");
  for (const text of ["2026-06-15", "2026-09-15", "2026-02-30", "", "demain"]) {
    expect(readCompanyDay(text, today)).toBe(today);
  }
});

test("a morning and an afternoon that touch are one stay, with a hole they are two", () => {
  const people = staysOf([
    from("maelle", "12:00", "16:00"),
    from("maelle", "06:00", "10:00"),
    from("yann", "10:00", "12:00"),
    from("yann", "06:00", "10:00"),
  ]);
  expect(people.map(({ personId, stays }) => [personId, stays.length])).toEqual([
    ["maelle", 2],
    ["yann", 1],
  ]);
  expect(people[1]?.stays).toEqual([{ startsAt: at("06:00"), endsAt: at("12:00") }]);
});

test("whoever leaves when one comes is not met", () => {
  const others = [from("maelle", "06:00", "10:00"), from("yann", "09:00", "11:00")];
  const met = metDuring(others, { startsAt: at("10:00"), endsAt: at("12:00") });
  expect(met.map(({ personId }) => personId)).toEqual(["yann"]);
});
