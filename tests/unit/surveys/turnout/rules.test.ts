import fc from "fast-check";
import { expect, test } from "vitest";
import { turnoutOf } from "@/lib/surveys/turnout/rules";

const commune = (insee: string, population: number | null = 1_000, nearestBourg = "A") => ({
  ...{ insee, population, nearestBourg },
});
const linesOf = (
  counts: Record<string, number>,
  communes = Object.keys(counts).map((each) => commune(each)),
) => turnoutOf(new Map(Object.entries(counts)), communes, 5)?.lines ?? null;

test("the furthest behind the mean of the territory comes first, with the answers it is short of", () => {
  // 40 answers of 4 000 people: ten for a thousand.
  const communes = [commune("A"), commune("B", 2_000), commune("C")];
  expect(linesOf({ A: 22, B: 10, C: 8 }, communes)).toEqual([
    { communes: ["B"], respondents: 10, perThousand: 5, missing: 10 },
    { communes: ["C"], respondents: 8, perThousand: 8, missing: 2 },
    { communes: ["A"], respondents: 22, perThousand: 22, missing: 0 },
  ]);
});

test("a commune of fewer than five is counted with its neighbours of as few, an empty one among them", () => {
  const communes = [commune("A"), commune("B"), commune("C"), commune("D"), commune("E", 500, "E")];
  const lines = linesOf({ A: 12, B: 4, C: 3, D: 0, E: 0 }, communes);
  expect(lines?.map((line) => [line.communes, line.respondents])).toEqual([
    [["B", "C", "D"], 7],
    [["E"], 0],
    [["A"], 12],
  ]);
});

test("five communes of one answer each do not tell that each has one", () => {
  const lines = linesOf({ A: 1, B: 1, C: 1, D: 1, E: 1, F: 0, G: 9 });
  expect(lines?.find((line) => line.respondents === 5)?.communes).toHaveLength(6);
});

test("one commune too small alone takes another with it, so that the total does not give it away", () => {
  const communes = [commune("A", 1_000, "A"), commune("B", 1_000, "B"), commune("C", 1_000, "C")];
  const lines = linesOf({ A: 20, B: 3, C: 6 }, communes);
  expect(lines?.map((line) => [line.communes, line.respondents])).toEqual(
    expect.arrayContaining([
      [["A"], 20],
      [["B", "C"], 9],
    ]),
  );
});

test("nothing is told of fewer than five answers in all, everything of none", () => {
  expect(linesOf({ A: 2, B: 2 })).toBeNull();
  expect(linesOf({ A: 0, B: 0 })).toMatchObject([
    { communes: ["A", "B"], respondents: 0, missing: 0 },
  ]);
});

test("where the number of inhabitants is not known, nothing is said to be missing", () => {
  const [line] = linesOf({ A: 6 }, [commune("A", null)]) ?? [];
  expect(line).toMatchObject({ respondents: 6, perThousand: null, missing: 0 });
});

const anyTerritory = fc.array(fc.record({ count: fc.nat(12), bourg: fc.nat(2) }), {
  minLength: 1,
  maxLength: 12,
});

test("whatever was answered, each commune stands once, no line tells one to four, the sum is the whole", () => {
  fc.assert(
    fc.property(anyTerritory, (drawn) => {
      const communes = drawn.map(({ bourg }, index) => commune(`C${index}`, 700, `C${bourg}`));
      const counts = new Map(drawn.map(({ count }, index) => [`C${index}`, count]));
      const turnout = turnoutOf(counts, communes, 5);
      const total = drawn.reduce((sum, { count }) => sum + count, 0);
      if (!turnout) {
        expect(total).toBeLessThan(5);
        return;
      }
      const all = turnout.lines.flatMap((line) => line.communes);
      expect(all.sort()).toEqual(communes.map(({ insee }) => insee).sort());
      for (const { respondents } of turnout.lines) {
        expect(respondents === 0 || respondents >= 5).toBe(true);
      }
      expect(turnout.lines.reduce((sum, line) => sum + line.respondents, 0)).toBe(total);
      expect(turnout.respondents).toBe(total);
    }),
  );
});
