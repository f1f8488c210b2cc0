import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  boundsOver,
  hasRoom,
  hasRoomInside,
  isFew,
  isSafePart,
  leavesMonthsOpen,
  nearestStep,
  partedMonths,
  severalOf,
  tellableRuns,
  tellsUsersOfPlaces,
  toldByMonths,
  untoldMonths,
  untoldPlaces,
  untoldUsers,
} from "@/lib/reports/disclosure/rules";
import { monthInput } from "@/lib/reports/schema";

const [may, june, july] = ["2026-05", "2026-06", "2026-07"].map((text) => monthInput.parse(text));
if (!may || !june || !july) throw new Error("three months");

const placesOf = (counts: Record<string, number>, network: number) => {
  const { places, network: own } = untoldPlaces(new Map(Object.entries(counts)), network);
  return { ...Object.fromEntries(places), network: own };
};

describe("places of some days", () => {
  test("of five people and more, and of nobody, are told", () => {
    expect(placesOf({ luzech: 5, prayssac: 0 }, 5)).toEqual({ network: null });
  });

  test("of fewer, are not, with the next smallest, so that the network less the others is neither", () => {
    expect(placesOf({ luzech: 2, prayssac: 9, sauzet: 30 }, 40)).toEqual({
      ...{ luzech: "few_people", prayssac: "protects_another" },
      network: null,
    });
  });

  test("hide the network where no other is left to hide", () => {
    expect(placesOf({ luzech: 4, prayssac: 2 }, 6)).toEqual({
      ...{ luzech: "few_people", prayssac: "few_people" },
      network: "protects_another",
    });
  });

  test("hide a network of five or six with a place beside one of few, which would be as many", () => {
    const hidden = { luzech: "few_people", prayssac: "protects_another" };
    const third = { sauzet: 3 };
    expect(placesOf({ luzech: 3, prayssac: 6, ...third }, 6)).toEqual({
      ...{ ...hidden, sauzet: "few_people", network: "protects_another" },
    });
    expect(placesOf({ luzech: 3, prayssac: 6, ...third }, 7)["network"]).toBe(null);
  });

  test("tell nothing of a network of one to four, not even that nobody came", () => {
    expect(placesOf({ luzech: 1, prayssac: 1, sauzet: 0 }, 2)).toMatchObject({
      sauzet: "protects_another",
    });
    expect(placesOf({ luzech: 4, prayssac: 4 }, 4)["network"]).toBe("few_people");
  });
});

describe("how many people came to each place, beside the network", () => {
  const behind = (network: number, counts: Record<string, number>) => ({
    network,
    bySpace: new Map(Object.entries(counts)),
  });
  const tells = (network: number, counts: Record<string, number>) =>
    tellsUsersOfPlaces(behind(network, counts));

  test("is told where nobody went elsewhere only, or five did", () => {
    expect(tells(9, { luzech: 9, prayssac: 0 })).toBe(true);
    expect(tells(12, { luzech: 7, prayssac: 5 })).toBe(true);
    expect(tells(9, { luzech: 9, prayssac: 6 })).toBe(false);
  });

  test("is told where nobody came to a further place, or five times somebody did", () => {
    expect(tells(20, { luzech: 10, prayssac: 13 })).toBe(false);
    expect(tells(20, { luzech: 10, prayssac: 15 })).toBe(true);
    // A place that is hidden leaves that open.
    expect(tells(34, { luzech: 2, prayssac: 9, sauzet: 26 })).toBe(true);
  });

  test("is left out of longer periods where it is not, but of places that nobody came to", () => {
    const month = behind(7, { luzech: 6, prayssac: 5, sauzet: 0 });
    const people = new Map([
      [may, month],
      [june, behind(9, { luzech: 9, prayssac: 0, sauzet: 0 })],
    ]);
    const untold = untoldUsers(people, untoldMonths(people));
    expect(untold.network.size).toBe(0);
    expect(untold.bySpace).toEqual(
      new Map([
        ["luzech", new Map([[may, "protects_another"]])],
        ["prayssac", new Map([[may, "protects_another"]])],
      ]),
    );
  });
});

test("people of several months leave those who did not come in one of them open", () => {
  // « 10 » of nine and of eleven is eleven or twelve.
  expect(leavesMonthsOpen(11, [9, 11])).toBe(false);
  expect(leavesMonthsOpen(13, [9, 11])).toBe(true);
  // « 10 » of ten and of eleven too, and one or two did not come in the first.
  expect(leavesMonthsOpen(12, [10, 11])).toBe(false);
  expect(leavesMonthsOpen(11, [11, 11])).toBe(true);
  expect(leavesMonthsOpen(9, [9])).toBe(true);
  expect(
    boundsOver(
      [
        { least: 9, most: 9 },
        { least: 5, most: 7 },
      ],
      13,
    ),
  ).toEqual({
    ...{ least: 13, most: 16 },
  });
});

describe("people of several places", () => {
  const exactly = (count: number) => ({ least: count, most: count });

  test("are at the least those counted again, shared by the further places, and at the most beyond the largest", () => {
    expect(severalOf([exactly(6), exactly(5)], exactly(7))).toEqual(exactly(4));
    expect(severalOf([exactly(9), exactly(9), exactly(6)], exactly(18))).toEqual({
      ...{ least: 3, most: 6 },
    });
    expect(severalOf([exactly(9), { least: 0, most: 4 }], exactly(10))).toEqual({
      ...{ least: 0, most: 3 },
    });
    expect(severalOf([exactly(9), exactly(0)], exactly(9))).toEqual(exactly(0));
  });

  test("are told to the nearest five where no such number makes them or the others few", () => {
    const told = (least: number, most: number, whole: number) =>
      hasRoomInside({ least, most }, exactly(whole));
    expect(told(0, 9, 20)).toBe(true);
    expect(told(0, 0, 9)).toBe(true);
    // « About 5 » of four at the most would be three or four; « 0 » of one at the least, one or two.
    expect(told(0, 4, 20)).toBe(false);
    expect(told(1, 9, 20)).toBe(false);
    expect(told(3, 9, 20)).toBe(true);
    // « About 10 » of nine would leave two or three.
    expect(told(0, 9, 11)).toBe(false);
  });
});

test("a month of few people is told by no period, of its place alone", () => {
  const behind = (luzech: number, prayssac: number, sauzet: number) => ({
    network: luzech + prayssac + sauzet,
    bySpace: new Map(Object.entries({ luzech, prayssac, sauzet })),
  });
  const untold = untoldMonths(
    new Map([
      [may, behind(3, 9, 12)],
      [june, behind(9, 9, 12)],
    ]),
  );
  expect(untold.network).toEqual(new Map());
  expect(untold.bySpace).toEqual(
    new Map([
      ["luzech", new Map([[may, "few_people"]])],
      ["prayssac", new Map([[may, "protects_another"]])],
    ]),
  );
});

describe("months of which a period has a part only", () => {
  const parted = (first: string, last: string, yesterday: string) =>
    partedMonths({ first: day(first), last: day(last) }, day(yesterday));

  test("are those at its ends that do not begin, or end, with it", () => {
    expect(parted("2026-05-02", "2026-07-30", "2026-12-31")).toEqual([may, july]);
    expect(parted("2026-05-01", "2026-07-31", "2026-12-31")).toEqual([]);
  });

  test("are not the month that runs, up to yesterday", () => {
    expect(parted("2026-05-01", "2026-07-16", "2026-07-16")).toEqual([]);
    expect(parted("2026-05-01", "2026-07-15", "2026-07-16")).toEqual([july]);
  });

  test("tell of no people, neither in a place nor over the network", () => {
    const behind = { network: 30, bySpace: new Map([["luzech", 30]]) };
    expect(untoldMonths(new Map([[may, behind]]), [may])).toEqual({
      network: new Map([[may, "whole_months_only"]]),
      bySpace: new Map([["luzech", new Map([[may, "whole_months_only"]])]]),
    });
  });
});

test("places of four and four do not tell their eight: each would be four", () => {
  expect(placesOf({ luzech: 4, prayssac: 4 }, 8)["network"]).toBe("protects_another");
  expect(placesOf({ luzech: 3, prayssac: 3, sauzet: 3 }, 9)["network"]).toBeNull();
});

test("a place of five hidden beside one of one hides more: its five are known", () => {
  expect(placesOf({ luzech: 1, prayssac: 6, sauzet: 30 }, 37)).toEqual({
    ...{ luzech: "few_people", prayssac: "protects_another", sauzet: "protects_another" },
    network: null,
  });
});

test("regulars of two months leave room where each may still have none, or five", () => {
  expect(hasRoom(3, [1, 2])).toBe(false);
  expect(hasRoom(2, [1, 2])).toBe(true);
  expect(hasRoom(8, [6, 7])).toBe(true);
  expect(hasRoom(3, [3])).toBe(true);
});

test("a part is safe where neither it nor the rest is of one to four", () => {
  const told = [0, 1, 4, 5, 6, 10].filter((part) => isSafePart(part, 10));
  expect(told).toEqual([0, 5, 10]);
  expect([0, 1, 4, 5].map(isFew)).toEqual([false, true, true, false]);
});

test("a count of a cross is told to the nearest five, so that it may be any of five", () => {
  const toldAs = Map.groupBy([...Array(13).keys()], nearestStep);
  expect([...toldAs]).toEqual([
    [0, [0, 1, 2]],
    [5, [3, 4, 5, 6, 7]],
    [10, [8, 9, 10, 11, 12]],
  ]);
});

test("months are put together from the oldest until they may be told; the last may be in none", () => {
  const runs = tellableRuns<number>(
    [
      { first: may, last: may, value: 3 },
      { first: june, last: june, value: 4 },
      { first: july, last: july, value: 4 },
    ],
    (sum, next) => sum + next,
    (sum) => sum >= 5,
  );
  expect(runs).toEqual([{ first: may, last: june, value: 7 }]);
});

describe("a commune over a period beside the same commune over its months", () => {
  const of = (whole: number, ...months: number[]) =>
    toldByMonths(
      new Map([["46182", whole]]),
      months.map((count) => new Map([["46182", count]])),
    ).has("46182");

  test("is told where each month tells it, or nothing bounds the months that do not", () => {
    expect(of(9, 6, 7)).toBe(false);
    expect(of(5, 2, 3, 2)).toBe(false);
  });

  test("is put with others where it would bound the one month that does not tell it", () => {
    expect(of(10, 6, 4)).toBe(true);
    expect(of(6, 2, 4)).toBe(true);
  });
});
