import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageOf, outside, turnoutOf } from "@/lib/surveys/turnout/rules";

const commune = (insee: string, population: number | null = 1_000, nearestBourg = "A") => ({
  ...{ insee, population, nearestBourg },
});
const inOneBatch = (counts: Iterable<[string, number]>) =>
  [...counts].map(([key, count]) => ({ key, batch: 1, count }));
const linesOf = (
  counts: Record<string, number>,
  communes = Object.keys(counts).map((each) => commune(each)),
) => turnoutOf(inOneBatch(Object.entries(counts)), communes)?.lines ?? null;

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
  const lines = linesOf({ A: 12, B: 2, C: 3, D: 0, E: 9 }, communes);
  expect(lines?.map((line) => [line.communes, line.respondents])).toEqual([
    [["B", "C", "D"], 5],
    [["A"], 12],
    [["E"], 9],
  ]);
});

test("3 and 4 are not told as 7, of which each could only be the one or the other", () => {
  const communes = [commune("A"), commune("B"), commune("C"), commune("D", 3_000, "D")];
  const lines = linesOf({ A: 3, B: 4, C: 8, D: 20 }, communes);
  expect(lines?.find((line) => line.communes.includes("A"))).toMatchObject({
    communes: ["A", "B", "C"],
    respondents: 15,
  });
});

test("an empty commune alone around its bourg goes with the rest: it does not tell that others are not", () => {
  const communes = ["A", "B", "C", "D", "E", "F"].map((insee) => commune(insee, 1_000, insee));
  const lines = linesOf({ A: 1, B: 1, C: 1, D: 1, E: 1, F: 0 }, communes);
  expect(lines?.map((line) => line.communes.length)).toEqual([6]);
});

test("five communes of one answer each do not tell that each has one", () => {
  const lines = linesOf({ A: 1, B: 1, C: 1, D: 1, E: 1, F: 0, G: 9 });
  expect(lines?.find((line) => line.respondents === 5)?.communes).toHaveLength(6);
});

test("few from outside are told with a commune: all respondents are told beside, and give them away", () => {
  const communes = [commune("A", 900, "A"), commune("B", 400, "B")];
  const counts = new Map([
    ["A", 20],
    ["B", 9],
    ["nsp", 1],
    ["etranger", 1],
  ]);
  expect(coverageOf(counts, communes)).toEqual([
    { communes: ["A"], respondents: 20 },
    { communes: [outside, "B"].sort((a, b) => a.localeCompare(b)), respondents: 11 },
  ]);
  expect(
    coverageOf(
      new Map([
        ["A", 20],
        ["B", 9],
        ["nsp", 6],
      ]),
      communes,
    ),
  ).toContainEqual({
    ...{ communes: [outside], respondents: 6 },
  });
});

test("the line that joins the rest is chosen by its inhabitants, not by its answers", () => {
  const communes = [commune("A", 100, "A"), commune("B", 900, "B"), commune("C", 50, "C")];
  const lines = linesOf({ A: 30, B: 6, C: 1 }, communes);
  expect(lines?.map((line) => line.communes)).toEqual(expect.arrayContaining([["A", "C"], ["B"]]));
});

test("one commune too small alone takes another with it, so that the total does not give it away", () => {
  const communes = [commune("A", 1_000, "A"), commune("B", 1_000, "B"), commune("C", 500, "C")];
  const lines = linesOf({ A: 20, B: 3, C: 6 }, communes);
  expect(lines?.map((line) => [line.communes, line.respondents])).toEqual(
    expect.arrayContaining([
      [["A"], 20],
      [["B", "C"], 9],
    ]),
  );
});

test("nothing is told of fewer than five answers in all, nor of none", () => {
  expect(linesOf({ A: 2, B: 2 })).toBeNull();
  expect(linesOf({ A: 0, B: 0 })).toBeNull();
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
      const turnout = turnoutOf(inOneBatch(counts), communes);
      const total = drawn.reduce((sum, { count }) => sum + count, 0);
      if (!turnout) {
        const most = 4 * (drawn.length - 1);
        expect(total < 5 || (total > most && drawn.every(({ count }) => count < 5))).toBe(true);
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

test("who answered alone in a commune since is not told, wherever it is read", () => {
  const communes = [commune("A"), commune("B"), commune("C")];
  const first = inOneBatch([
    ["A", 7],
    ["B", 20],
    ["C", 9],
  ]);
  const came = (counts: [string, number][]) =>
    turnoutOf([...first, ...counts.map(([key, count]) => ({ key, batch: 2, count }))], communes);
  const countsIn = (turnout: ReturnType<typeof came>) =>
    Object.fromEntries(
      (turnout?.lines ?? []).map(({ communes: keys, respondents }) => [keys.join(), respondents]),
    );
  const alone = came([
    ["A", 1],
    ["B", 6],
    ["C", 4],
  ]);
  expect(countsIn(alone)).toEqual({ A: 7, B: 26, C: 9 });
  expect(alone).toMatchObject({ respondents: 42, waiting: 5 });
  expect(countsIn(came([["A", 5]]))).toEqual({ A: 12, B: 20, C: 9 });
});
