import { expect, test } from "vitest";
import type { AlternativeSpace } from "@/lib/bookings/alternatives/rules";
import { type PastChoice, rebookProposals } from "@/lib/bookings/habits/rules";
import { day } from "@/lib/core/day";
import { anAlternativeSpace, takenOn } from "@/tests/support/alternative-spaces";

/** Monday 15 June 2026 at eight in France. */
const mondayMorning = new Date("2026-06-15T06:00:00Z");
const luzech = anAlternativeSpace("luzech");

const choice = (on: string, over: Partial<PastChoice> = {}): PastChoice => ({
  slug: "luzech",
  resourceId: "luzech 2",
  day: day(on),
  part: "morning",
  ...over,
});

const propose = (
  choices: PastChoice[],
  spaces: AlternativeSpace[] = [luzech],
  at: Date = mondayMorning,
) =>
  rebookProposals(choices, spaces, at).map(({ slug, day: on, part, resource }) =>
    [slug, on.slice(5), part, resource.name].join(" "),
  );

test("a Tuesday morning once booked is proposed next Tuesday, at the same desk", () => {
  expect(propose([choice("2026-06-09")])).toEqual(["luzech 06-16 morning luzech 2"]);
});

test("who has never booked is proposed nothing", () => {
  expect(propose([])).toEqual([]);
});

test("the usual desk taken, another one of the same space; none free, the week after", () => {
  const tuesday = day("2026-06-16");
  const usualTaken = anAlternativeSpace("luzech", { bookings: [takenOn(tuesday, "luzech 2")] });
  expect(propose([choice("2026-06-09")], [usualTaken])).toEqual(["luzech 06-16 morning luzech 1"]);
  const full = anAlternativeSpace("luzech", {
    bookings: [takenOn(tuesday, "luzech 1"), takenOn(tuesday, "luzech 2")],
  });
  expect(propose([choice("2026-06-09")], [full])).toEqual(["luzech 06-23 morning luzech 2"]);
});

test("a day already booked is passed over", () => {
  expect(propose([choice("2026-06-16"), choice("2026-06-09")])).toEqual([
    "luzech 06-23 morning luzech 2",
  ]);
});

test("the same habit many times over is one proposal, at the desk chosen last", () => {
  const choices = [
    choice("2026-06-09", { resourceId: "luzech 1" }),
    choice("2026-06-02"),
    choice("2026-05-26"),
  ];
  expect(propose(choices)).toEqual(["luzech 06-16 morning luzech 1"]);
});

test("the three latest habits are proposed, soonest day first", () => {
  const choices = [
    choice("2026-06-12"),
    choice("2026-06-11", { part: "day" }),
    choice("2026-06-10"),
    choice("2026-06-09"),
  ];
  expect(propose(choices)).toEqual([
    "luzech 06-17 morning luzech 2",
    "luzech 06-18 day luzech 2",
    "luzech 06-19 morning luzech 2",
  ]);
});

test("this very morning is proposed while it lasts, then next week", () => {
  const lastMonday = [choice("2026-06-08")];
  expect(propose(lastMonday)).toEqual(["luzech 06-15 morning luzech 2"]);
  const atNoon = new Date("2026-06-15T10:30:00Z");
  expect(propose(lastMonday, [luzech], atNoon)).toEqual(["luzech 06-22 morning luzech 2"]);
});

test("the four weeks are counted from the French day", () => {
  const mondayAtHalfPastMidnight = new Date("2026-06-14T22:30:00Z");
  const startsAt = new Date("2026-06-13T22:00:00Z");
  const endsAt = new Date("2026-07-11T22:00:00Z");
  const sundays = anAlternativeSpace("luzech", {
    weekdays: [7],
    closures: [{ startsAt, endsAt, reason: "Travaux" }],
  });
  const habit = [choice("2026-06-07")];
  expect(propose(habit, [sundays], mondayAtHalfPastMidnight)).toEqual([
    "luzech 07-12 morning luzech 2",
  ]);
  const anHourBefore = new Date("2026-06-14T21:30:00Z");
  expect(propose(habit, [sundays], anHourBefore)).toEqual([]);
});

test("nothing is proposed beyond four weeks, nor in a space that has left the network", () => {
  const closedUntil = (last: string) =>
    anAlternativeSpace("luzech", {
      closures: [
        {
          startsAt: new Date("2026-06-14T22:00:00Z"),
          endsAt: new Date(`${last}T22:00:00Z`),
          reason: "Travaux",
        },
      ],
    });
  expect(propose([choice("2026-06-09")], [closedUntil("2026-07-01")])).toEqual([
    "luzech 07-07 morning luzech 2",
  ]);
  expect(propose([choice("2026-06-09")], [closedUntil("2026-07-08")])).toEqual([]);
  expect(propose([choice("2026-06-09", { slug: "ailleurs" })])).toEqual([]);
});
