import { expect, test } from "vitest";
import { addDays, day } from "@/lib/core/day";
import type { OpeningCalendar, WeeklyRule } from "@/lib/spaces/opening-hours/schema";
import { staffConflicts } from "@/lib/spaces/staff-presences/rules";
import { aPlainCalendar, plainRule } from "@/tests/support/plain-values";

const tuesday = day("2026-11-24");
const at = (slug: string, rules: WeeklyRule[], over: Partial<OpeningCalendar> = {}) => ({
  slug,
  name: slug,
  calendar: aPlainCalendar({ rules, ...over }),
});
const sylvie = (startMinute: number, endMinute: number, over: Partial<WeeklyRule> = {}) =>
  plainRule({ weekday: 2, startMinute, endMinute, staffName: "Sylvie", ...over });

test("mornings here and afternoons there are no conflict: the intervals are half-open", () => {
  const spaces = [at("luzech", [sylvie(480, 780)]), at("prayssac", [sylvie(780, 1_140)])];
  expect(staffConflicts(spaces, tuesday)).toEqual([]);
});

test("half an hour in two places at once is said with its instants", () => {
  const spaces = [at("luzech", [sylvie(480, 780)]), at("prayssac", [sylvie(750, 1_140)])];
  expect(staffConflicts(spaces, tuesday)).toEqual([
    {
      day: tuesday,
      staffName: "Sylvie",
      startsAt: new Date("2026-11-24T11:30:00Z"),
      endsAt: new Date("2026-11-24T12:00:00Z"),
      places: [
        { slug: "luzech", name: "luzech" },
        { slug: "prayssac", name: "prayssac" },
      ],
    },
  ]);
});

test("alternating weeks between two sites never meet, in any of a hundred weeks", () => {
  const spaces = [
    at("tilleuls", [sylvie(540, 750, { everyWeeks: 2, weekOffset: 0 })]),
    at("pressoir", [sylvie(540, 750, { everyWeeks: 2, weekOffset: 1 })]),
  ];
  const weeks = Array.from({ length: 100 }, (_, week) => addDays(tuesday, 7 * week));
  expect(weeks.flatMap((on) => staffConflicts(spaces, on))).toEqual([]);
});

test("capitals and accents do not make two persons; another name does", () => {
  const spaces = (name: string) => [
    at("luzech", [sylvie(480, 780, { staffName: "Agnès" })]),
    at("prayssac", [sylvie(480, 780, { staffName: name })]),
  ];
  expect(staffConflicts(spaces("agnes"), tuesday)).toHaveLength(1);
  expect(staffConflicts(spaces("Hugo"), tuesday)).toEqual([]);
});

test.each<[string, Partial<WeeklyRule>, Partial<OpeningCalendar>]>([
  ["self-service names nobody there", { state: "self_service" }, {}],
  ["hours without a name", { staffName: null }, {}],
  ["exceptional hours", {}, { exceptions: [{ day: tuesday, intervals: [], reason: null }] }],
  [
    "a closure",
    {},
    {
      closures: [
        {
          startsAt: new Date("2026-11-24T00:00:00Z"),
          endsAt: new Date("2026-11-25T00:00:00Z"),
          reason: "Travaux",
        },
      ],
    },
  ],
])("no conflict with %s", (_name, rule, calendar) => {
  const spaces = [
    at("luzech", [sylvie(480, 780)]),
    at("prayssac", [sylvie(480, 780, rule)], calendar),
  ];
  expect(staffConflicts(spaces, tuesday)).toEqual([]);
});

test("a public holiday empties the spaces that close on it", () => {
  const armistice = day("2026-11-11");
  const spaces = [
    at("luzech", [sylvie(480, 780, { weekday: 3 })]),
    at("prayssac", [sylvie(480, 780, { weekday: 3 })]),
  ];
  expect(staffConflicts(spaces, armistice)).toEqual([]);
});
