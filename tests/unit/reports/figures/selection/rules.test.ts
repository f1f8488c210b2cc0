import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import type { Figure } from "@/lib/reports/figures/schema";
import {
  compareFigures,
  findFigure,
  heatLevel,
  highestOf,
  indexFigures,
  isVague,
  monthRuns,
  mostOf,
  partKey,
  rowsOf,
  shareOfFigure,
} from "@/lib/reports/figures/selection/rules";
import { monthInput } from "@/lib/reports/schema";

const figure = (over: Partial<Figure> = {}): Figure => ({
  ...{ indicator: "personDays", measure: "days", unit: "person_day" },
  ...{ place: null, part: null, value: 12, of: null, nearest: null, perThousand: null },
  ...{ withheld: null, because: null, without: [] },
  ...over,
});
const share = (value: number, of: number, over: Partial<Figure> = {}) =>
  figure({ indicator: "realOccupancy", measure: "slots", unit: "slot", value, of, ...over });
const monday = { kind: "week_half", weekday: 1, half: "morning" } as const;
const moment = (on: string) => ({ kind: "moment", day: day(on), half: "morning" }) as const;

test("a number is found by what it is, of the network unless a place or a part is said", () => {
  const figures = [
    figure({ value: 1 }),
    figure({ value: 2, place: "cale" }),
    figure({ value: 3, part: monday }),
  ];
  const index = indexFigures(figures);
  const asked = { indicator: "personDays", measure: "days" } as const;
  expect(findFigure(index, asked)?.value).toBe(1);
  expect(findFigure(index, { ...asked, place: "cale" })?.value).toBe(2);
  expect(findFigure(index, { ...asked, part: { ...monday } })?.value).toBe(3);
  expect(findFigure(index, { ...asked, place: "elsewhere" })).toBeNull();
});

test("the fullest half-day is the same number whenever it was, communes put together otherwise are not", () => {
  expect(partKey(moment("2026-05-12"))).toBe(partKey(moment("2026-06-02")));
  const around = (communes: string[]) =>
    ({ kind: "residence", line: { kind: "around", name: "Luzech", communes } }) as const;
  expect(partKey(around(["Albas"]))).not.toBe(partKey(around(["Albas", "Caillac"])));
  expect(partKey({ kind: "profile", situations: ["resident", "unsaid"] })).toBe(
    partKey({ kind: "profile", situations: ["unsaid", "resident"] }),
  );
  expect(partKey({ kind: "theme", theme: "digital" })).not.toBe(partKey(null));
  expect(partKey({ kind: "mode", modes: ["car", "bus"] })).toBe(
    partKey({ kind: "mode", modes: ["bus", "car"] }),
  );
});

test("the numbers of an indicator are one row each, whatever the places that have it", () => {
  const rows = rowsOf(
    [
      share(4, 8),
      share(2, 4, { place: "cale" }),
      share(5, 10, { part: { kind: "resource", resource: "desk" } }),
      figure(),
    ],
    "realOccupancy",
  );
  expect(rows.map(({ part, byPlace }) => [part?.kind, [...byPlace.keys()]])).toEqual([
    [undefined, [null, "cale"]],
    ["resource", [null]],
  ]);
});

test("a number moves by so many, a share by points as they are read", () => {
  expect(compareFigures(figure({ value: 12 }), figure({ value: 9.5 }))).toMatchObject({
    ...{ kind: "changed", direction: "more", difference: 2.5, isOfShares: false },
  });
  expect(compareFigures(share(1, 3), share(1, 2))).toMatchObject({
    ...{ kind: "changed", direction: "less", difference: 17, isOfShares: true },
  });
  expect(compareFigures(share(334, 1000), share(1, 3))).toMatchObject({ direction: "same" });
});

test("nothing is compared with a number that is not told, nor with one told of other months", () => {
  const few = figure({ value: null, withheld: "few_people" });
  const without = [monthInput.parse("2026-03")];
  expect(compareFigures(figure(), null)).toEqual({ kind: "absent" });
  expect(compareFigures(figure(), few)).toEqual({ kind: "withheld", withheld: "few_people" });
  expect(compareFigures(few, figure()).kind).toBe("beside");
  expect(compareFigures(figure(), figure({ without })).kind).toBe("beside");
  expect(compareFigures(figure({ without }), figure()).kind).toBe("beside");
  // A share of what is told is of what was offered then: points may be said.
  expect(compareFigures(share(1, 4, { without }), share(1, 2)).kind).toBe("changed");
  expect(compareFigures(share(5, 10, { nearest: 5 }), share(5, 10)).kind).toBe("beside");
});

test("the highest is by share, all that read the same are, and there is none of nothing", () => {
  const [low, high, same] = [share(10, 100), share(5, 10), share(501, 1000)];
  expect(highestOf([low, high, same])).toEqual([high, same]);
  expect(highestOf([figure({ value: 3 }), figure({ value: 4 })])).toEqual([figure({ value: 4 })]);
  expect(highestOf([share(0, 10), figure({ value: null, withheld: "few_people" })])).toEqual([]);
  expect(highestOf([])).toEqual([]);
  expect(shareOfFigure(share(0, 0))).toBeNull();
  expect(shareOfFigure(high)).toBe(0.5);
});

test("a share has the tint that the legend says", () => {
  expect([0, 0.09, 0.1, 0.3, 0.5, 0.7, 0.849, 0.85, 1].map(heatLevel)).toEqual([
    ...[0, 0, 1, 2, 3, 4, 4, 5, 5],
  ]);
});

test("months that follow one another are put together, over the turn of the year too", () => {
  const months = (...texts: string[]) => texts.map((text) => monthInput.parse(text));
  expect(monthRuns(months("2025-11", "2025-12", "2026-01", "2026-03"))).toEqual([
    { first: "2025-11", last: "2026-01" },
    { first: "2026-03", last: "2026-03" },
  ]);
  expect(monthRuns([])).toEqual([]);
});

test("a share rounded as far as it is large is no share nor finding, and only its most is told", () => {
  const [none, some] = [share(0, 80, { nearest: 60 }), share(70, 80, { nearest: 60 })];
  expect([none, some].map(shareOfFigure)).toEqual([null, 0.875]);
  expect([none, some].map(isVague)).toEqual([true, false]);
  expect([none, some, share(8, 10)].map(mostOf)).toEqual([30, 80, 8]);
  expect(highestOf([share(20, 80, { nearest: 60 })])).toEqual([]);
  // A count rounded once is told as it is; a sum of many is not.
  expect(isVague(figure({ value: 5, nearest: 5 }))).toBe(false);
  expect(isVague(figure({ value: 5, nearest: 10 }))).toBe(true);
});
