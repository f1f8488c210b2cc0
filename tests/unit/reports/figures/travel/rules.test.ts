import { describe, expect, test } from "vitest";
import type { CommuteMode } from "@/lib/reports/commutes/schema";
import type { ReportRows } from "@/lib/reports/indicators/schema";
import { usualValues } from "@/lib/reports/travel-assumptions/schema";
import { figuresFrom, manyCame, pick } from "@/tests/support/report-figures";
import { someTravel } from "@/tests/support/report-rows";

type Group = { mode: CommuteMode; count: number; months?: string[]; spaceId?: string };

/** Each 20 km from work and 5 from both sites, who came one day of each month: 30 km a month and person. */
function rowsOf(groups: Group[], silent = 0): Partial<ReportRows> {
  const members = groups.flatMap((group, at) =>
    Array.from({ length: group.count }, (_, own) => ({ ...group, id: `person${at}-${own}` })),
  );
  const quiet = Array.from({ length: silent }, (_, own) => `quiet-${own}`);
  const ids = [...members.map(({ id }) => id), ...quiet];
  return {
    people: ids.map((id) => ({ id, communeId: "46182", situation: "teleworker", past: [] })),
    bookings: [
      ...groups.flatMap(({ count, months = ["06"], spaceId = "luzech" }, at) =>
        months.flatMap((month) =>
          manyCame(count, `2026-${month}-16`, { spaceId, personId: `person${at}` }),
        ),
      ),
      ...manyCame(silent, "2026-06-16", { personId: "quiet" }),
    ],
    travel: someTravel({
      commutes: members.map(({ id, mode, spaceId = "luzech" }) => ({
        ...{ personId: id, workplaceId: "46042", mode, kmToWork: 20 },
        toSpace: { spaceId, km: 5 },
      })),
    }),
  };
}

const june = (rows: Partial<ReportRows>) => figuresFrom(rows, "2026-06-01", "2026-06-30");
const secondQuarter = (rows: Partial<ReportRows>) => figuresFrom(rows, "2026-04-01", "2026-06-30");
const only = (...modes: CommuteMode[]) => ({ kind: "mode" as const, modes });

describe("of five drivers", () => {
  const figures = june(rowsOf([{ mode: "car", count: 5 }]));
  // By hand: 5 × 2 × (20 − 5) = 150 km; × 0.178 = 26.7 kg; × 0.69 = 18.423 kg.
  test("150 km are told, 26.7 kg gross and 18.423 kg net", () => {
    expect(pick(figures, "commuteAvoided.kilometres").value).toBe(150);
    expect(pick(figures, "commuteAvoided.kilometres", "luzech").value).toBe(150);
    expect(pick(figures, "carbonAvoided.gross").value).toBeCloseTo(26.7, 10);
    expect(pick(figures, "carbonAvoided.net").value).toBeCloseTo(18.423, 10);
    expect(pick(figures, "carbonAvoided.weeklyDays").value).toBeCloseTo(26.7 / 271, 10);
  });
});

test("of four nothing is told, with why", () => {
  const figures = june(rowsOf([{ mode: "car", count: 4 }]));
  const few = { value: null, withheld: "few_people" };
  expect(pick(figures, "commuteAvoided.kilometres")).toMatchObject(few);
  expect(pick(figures, "carbonAvoided.gross")).toMatchObject(few);
  expect(pick(figures, "carbonAvoided.net")).toMatchObject(few);
});

test("of nobody there is nothing to say, which is no zero", () => {
  const figures = june({});
  const none = { value: null, withheld: "no_base" };
  expect(pick(figures, "commuteAvoided.kilometres")).toMatchObject(none);
  expect(pick(figures, "carbonAvoided.gross")).toMatchObject(none);
});

test("a place of three is hidden, and another with it, or the network would give it away", () => {
  const figures = june(
    rowsOf([
      { mode: "car", count: 7 },
      { mode: "car", count: 3, spaceId: "prayssac" },
    ]),
  );
  expect(pick(figures, "commuteAvoided.kilometres").value).toBe(300);
  const of = (place: string) => pick(figures, "commuteAvoided.kilometres", place).withheld;
  expect([of("prayssac"), of("luzech")]).toEqual(["few_people", "protects_another"]);
});

test("a month of three is in no quarter: less its other months, the quarter would be it", () => {
  const figures = secondQuarter(
    rowsOf([
      { mode: "car", count: 3, months: ["04", "05", "06"] },
      { mode: "car", count: 4, months: ["04", "06"] },
    ]),
  );
  const { value, without } = pick(figures, "commuteAvoided.kilometres");
  expect({ value, without }).toEqual({ value: 2 * 7 * 30, without: ["2026-05"] });
});

describe("means of transport", () => {
  test("of few people are told with the others that are, when together they are five", () => {
    const figures = june(
      rowsOf([
        { mode: "car", count: 6 },
        { mode: "bus", count: 3 },
        { mode: "train", count: 2 },
      ]),
    );
    expect(pick(figures, "commuteAvoided.kilometres", null, only("car")).value).toBe(180);
    const others = only("shared_car", "motorbike", "bus", "train", "active");
    expect(pick(figures, "commuteAvoided.kilometres", null, others).value).toBe(150);
  });

  test("are not told at all when those left would be one to four", () => {
    const figures = june(
      rowsOf([
        { mode: "car", count: 6 },
        { mode: "bus", count: 3 },
      ]),
    );
    expect(figures.filter(({ part }) => part?.kind === "mode")).toEqual([]);
    expect(pick(figures, "carbonAvoided.gross").withheld).toBe("few_people");
  });

  test("are of a quarter when they are of each of its months", () => {
    const figures = secondQuarter(
      rowsOf([
        { mode: "car", count: 6, months: ["04", "05", "06"] },
        { mode: "train", count: 5, months: ["04", "05", "06"] },
        { mode: "bus", count: 5, months: ["04"] },
      ]),
    );
    const told = figures.flatMap(({ indicator, part, value }) =>
      indicator === "commuteAvoided" && part?.kind === "mode" ? [[part.modes, value]] : [],
    );
    expect(told).toEqual([
      [["car"], 3 * 180],
      [["train"], 3 * 150],
      [["shared_car", "motorbike", "bus", "active"], 150],
    ]);
  });
});

test("whoever changes the factor of a means of few people reads nothing from the kilograms", () => {
  const rows = rowsOf([
    { mode: "car", count: 6 },
    { mode: "bus", count: 3 },
    { mode: "train", count: 2 },
  ]);
  const gross = (busKgPerKm: number) => {
    const assumptions = { version: 2, values: { ...usualValues, busKgPerKm } };
    const travel = { ...someTravel(rows.travel), assumptions };
    return pick(june({ ...rows, travel }), "carbonAvoided.gross", null, only("car")).value;
  };
  expect(gross(2)).toBe(gross(0.113));
});

test("how many of the teleworkers are counted is told to the nearest five, and not of few", () => {
  const share = (count: number, silent: number) =>
    pick(june(rowsOf([{ mode: "car", count }], silent)), "commuteAvoided.people");
  expect(share(8, 7)).toMatchObject({ value: 10, of: 15, nearest: 5 });
  expect(share(8, 2)).toMatchObject({ value: null, withheld: "protects_another" });
  expect(share(3, 9)).toMatchObject({ value: null, withheld: "few_people" });
});

test("over days that are not whole months nothing is told", () => {
  const figures = figuresFrom(rowsOf([{ mode: "car", count: 9 }]), "2026-06-01", "2026-06-29");
  expect(pick(figures, "commuteAvoided.kilometres").withheld).toBe("whole_months_only");
  expect(pick(figures, "carbonAvoided.gross").withheld).toBe("whole_months_only");
});
