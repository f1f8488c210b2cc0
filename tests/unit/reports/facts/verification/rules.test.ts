import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import type { DailyFact, PresenceDay } from "@/lib/reports/facts/schema";
import {
  compareFacts,
  compareFirsts,
  compareMonth,
  comparePresences,
  withSameOffer,
} from "@/lib/reports/facts/verification/rules";
import { monthInput } from "@/lib/reports/schema";

const tuesday = day("2026-06-16");
const fact: DailyFact = {
  ...{ spaceId: "luzech", day: tuesday, half: "morning", kind: "desk" },
  ...{ offered: 12, booked: 8, occupied: 5, isExtended: false },
};
const ana: PresenceDay = {
  ...{ spaceId: "luzech", day: tuesday, who: "ana", isGuest: false },
  ...{ morning: true, afternoon: true },
};

test("a figure kept otherwise is told with its half-day, the others agree", () => {
  expect(compareFacts([fact], [{ ...fact, occupied: 4 }])).toEqual({
    differences: [
      {
        ...{ kind: "slots", spaceId: "luzech", day: tuesday, half: "morning", of: "desk" },
        ...{ figure: "occupied", kept: 5, counted: 4 },
      },
    ],
    agreeing: 2,
  });
});

test("a half-day that only one side knows differs in all it says", () => {
  expect(compareFacts([], [fact]).differences.map(({ kept, counted }) => [kept, counted])).toEqual([
    [0, 12],
    [0, 8],
    [0, 5],
  ]);
  expect(compareFacts([fact], []).differences).toHaveLength(3);
});

test("one person in the place of another is a difference, though as many came", () => {
  const bob = { ...ana, who: "bob", afternoon: false };
  const { differences, agreeing } = comparePresences([ana, bob], [ana, { ...bob, who: "cleo" }]);
  expect(agreeing).toBe(2);
  const told = differences.map((one) => one.kind === "presences" && [one.half, one.side, one.kept]);
  expect(told).toEqual([
    ["morning", "kept", 1],
    ["morning", "counted", 0],
  ]);
});

test("frozen half-days whose offer is another today are left out, and said", () => {
  const afternoon = { ...fact, half: "afternoon" as const };
  const counted = [
    { ...fact, offered: 11, booked: 2 },
    { ...afternoon, booked: 2 },
  ];
  const same = withSameOffer([fact, afternoon], counted);
  expect(same.changed).toBe(1);
  expect(compareFacts(same.kept, same.counted).differences).toMatchObject([
    { half: "afternoon", figure: "booked", kept: 8, counted: 2 },
  ]);
});

test("a month is told space by space and for the network; thirds of days agree", () => {
  const usage = { offered: 12, booked: 8, occupied: 5, personDays: 1 / 3, users: 2, guests: 1 };
  const month = monthInput.parse("2026-06");
  const kept = { bySpace: new Map([["luzech", usage]]), network: usage };
  const counted = {
    bySpace: new Map([["luzech", { ...usage, personDays: 0.333_333_333 }]]),
    network: { ...usage, users: 3 },
  };
  expect(compareMonth(month, kept, counted)).toEqual({
    differences: [{ kind: "month", spaceId: null, month, figure: "users", kept: 2, counted: 3 }],
    agreeing: 11,
  });
});

test("first days and returns are told by their month, nobody by name", () => {
  const first = { personId: "ana", day: tuesday, spaceIds: ["luzech"], returnedOn: null };
  const counted = [{ ...first, returnedOn: day("2026-07-02") }];
  expect(compareFirsts([first], counted)).toEqual({
    differences: [{ kind: "firsts", month: "2026-07", figure: "back", kept: 0, counted: 1 }],
    agreeing: 1,
  });
  expect(compareFirsts([{ ...first, spaceIds: ["prayssac"] }], counted).differences).toHaveLength(
    2,
  );
});
