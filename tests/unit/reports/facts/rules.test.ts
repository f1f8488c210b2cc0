import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, eachDay } from "@/lib/core/day";
import {
  ageOfFacts,
  dailyFacts,
  hullOf,
  lengthOf,
  presenceDays,
  takeDays,
  usageOfFacts,
  waitingDays,
  yesterdayAt,
} from "@/lib/reports/facts/rules";
import { keptBookings } from "@/lib/reports/indicators/counted/rules";
import { type DayRange, type UsageOfNetwork, usageOf } from "@/lib/reports/rules";
import { randomNetwork } from "@/tests/support/random-networks";
import { aPlace, aReportSpace, aStay } from "@/tests/support/report-rows";

const june = { first: day("2026-06-01"), last: day("2026-06-30") };

describe("what is kept of each day", () => {
  test("desks and offices are told apart, half-day by half-day, each slot once", () => {
    const space = aReportSpace("luzech", {
      resources: [aPlace("luzech-1"), aPlace("luzech-2"), aPlace("office", { kind: "office" })],
    });
    const on = "2026-06-16";
    const stays = [
      aStay({ on, part: "morning" }),
      aStay({ on, part: "day", resourceId: "office", personId: "bob", checkedInAt: null }),
    ];
    const range = { first: day(on), last: day(on) };
    const told = dailyFacts(space, stays, range).map(
      ({ half, kind, offered, booked, occupied }) => [half, kind, offered, booked, occupied],
    );
    expect(told).toEqual([
      ["morning", "desk", 2, 1, 1],
      ["morning", "office", 1, 1, 0],
      ["afternoon", "desk", 2, 0, 0],
      ["afternoon", "office", 1, 1, 0],
    ]);
  });

  test("somebody with two desks on one day was there once, in both halves", () => {
    const on = "2026-06-16";
    const stays = [
      aStay({ on, part: "morning" }),
      aStay({ on, part: "afternoon", resourceId: "luzech-2" }),
      aStay({ on, part: "morning", personId: null, id: "walk-in" }),
    ];
    const was = presenceDays(aReportSpace("luzech"), stays, june);
    expect(was).toEqual([
      { spaceId: "luzech", day: on, who: "ana", isGuest: false, morning: true, afternoon: true },
      {
        spaceId: "luzech",
        day: on,
        who: "walk-in",
        isGuest: true,
        morning: true,
        afternoon: false,
      },
    ]);
  });

  test("on 200 networks made at random, usage from kept days is usage from bookings", () => {
    let persons = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const { rows, counting } = randomNetwork(seed);
      const { spaces } = rows;
      const kept = keptBookings(rows, counting.at);
      const facts = spaces.flatMap((space) => dailyFacts(space, kept, counting.range));
      const presences = spaces.flatMap((space) => presenceDays(space, kept, counting.range));
      const slots = new Map(
        spaces.map(({ id }) => {
          const own = facts.filter(({ spaceId }) => spaceId === id);
          const sum = (figure: "offered" | "booked" | "occupied") =>
            own.reduce((total, fact) => total + fact[figure], 0);
          return [
            id,
            { offered: sum("offered"), booked: sum("booked"), occupied: sum("occupied") },
          ];
        }),
      );
      const told = usageOfFacts(slots, presences);
      expect(rounded(told), `network ${seed}`).toEqual(
        rounded(usageOf(spaces, kept, counting.range)),
      );
      persons += told.network.users;
    }
    expect(persons).toBeGreaterThan(200);
  });
});

/** Thirds of a day do not add up to the last binary digit in any order. */
function rounded({ bySpace, network }: UsageOfNetwork) {
  return [...bySpace, ["network", network] as const].map(([id, usage]) => [
    id,
    { ...usage, personDays: Math.round(usage.personDays * 1e6) },
  ]);
}

describe("which days wait to be counted", () => {
  const may = { first: day("2026-05-01"), last: day("2026-05-31") };
  const wanted = { first: day("2026-05-01"), last: day("2026-06-17") };
  const days = (first: string, last = first) => ({ first: day(first), last: day(last) });

  test("all of them where nothing was ever counted, the new ones where a day has begun", () => {
    expect(waitingDays([], { span: null, wanted, frozen: [] })).toEqual([wanted]);
    const span = days("2026-05-01", "2026-06-16");
    expect(waitingDays([], { span, wanted, frozen: [] })).toEqual([days("2026-06-17")]);
  });

  test("a mark of a day to come waits for that day, one without end is of every day", () => {
    const told = { span: wanted, wanted, frozen: [] };
    expect(waitingDays([days("2026-07-01")], told)).toEqual([]);
    expect(waitingDays([{ first: null, last: null }], told)).toEqual([wanted]);
  });

  test("a frozen month is never counted again", () => {
    expect(
      waitingDays([days("2026-05-30", "2026-06-02")], { span: wanted, wanted, frozen: [may] }),
    ).toEqual([days("2026-06-01", "2026-06-02")]);
  });

  const someDay = fc.integer({ min: 0, max: 40 }).map((count) => addDays(day("2028-02-10"), count));
  const someRange = fc
    .tuple(someDay, someDay)
    .map(([one, other]) => hullOf({ first: one, last: one }, { first: other, last: other }));
  const listed = (ranges: readonly DayRange[]) =>
    ranges.flatMap(({ first, last }) => eachDay(first, last));

  test("each marked day waits once, in order, whatever the marks", () => {
    fc.assert(
      fc.property(fc.array(someRange), someRange, fc.option(someRange), (marks, known, frozen) => {
        const told = { span: known, wanted: known, frozen: frozen ? [frozen] : [] };
        const wait = listed(waitingDays(marks, told));
        const expected = listed([known]).filter(
          (on) =>
            marks.some(({ first, last }) => first <= on && on <= last) &&
            !(frozen && frozen.first <= on && on <= frozen.last),
        );
        expect(wait).toEqual(expected);
      }),
    );
  });

  test("what is taken and what is left are together what waited", () => {
    fc.assert(
      fc.property(fc.array(someRange), fc.nat({ max: 60 }), (marks, most) => {
        const known = days("2028-02-10", "2028-03-21");
        const ranges = waitingDays(marks, { span: known, wanted: known, frozen: [] });
        const { taken, left } = takeDays(ranges, most);
        expect([...listed(taken), ...listed(left)]).toEqual(listed(ranges));
        expect(listed(taken)).toHaveLength(Math.min(most, listed(ranges).length));
        expect(taken.reduce((sum, range) => sum + lengthOf(range), 0)).toBe(listed(taken).length);
      }),
    );
  });

  test("figures are told as old after a minute, and as never counted where they are not", () => {
    const at = new Date("2026-06-16T20:00:00Z");
    const ago = (seconds: number) => new Date(at.getTime() - seconds * 1_000);
    expect([ago(0), ago(60), ago(61), null].map((since) => ageOfFacts(since, at))).toEqual([
      "fresh",
      "fresh",
      "old",
      "uncounted",
    ]);
  });

  test("the last day that is over is told by the clock of the network", () => {
    expect(yesterdayAt(new Date("2026-06-16T21:59:00Z"))).toBe("2026-06-15");
    expect(yesterdayAt(new Date("2026-06-16T22:00:00Z"))).toBe("2026-06-16");
  });
});
