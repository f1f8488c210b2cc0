import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Residence, residenceLines, smallestGroup } from "@/lib/reports/residences/rules";

function aCommune(insee: string, overrides: Partial<Residence> = {}): Residence {
  const own = { epci: "Vallée du Lot", isMember: true, nearestBourg: "B1", population: 500 };
  return { insee, name: `Commune ${insee}`, ...own, ...overrides };
}

const communes = [
  aCommune("B1", { name: "Luzech" }),
  aCommune("S1"),
  aCommune("S2"),
  aCommune("B2", { name: "Prayssac", nearestBourg: "B2", population: 2000 }),
  aCommune("S3", { nearestBourg: "B2" }),
  aCommune("C1", { name: "Cahors", isMember: false, epci: "Grand Cahors" }),
  aCommune("F1", { name: "Fumel", isMember: false, epci: "Fumel" }),
];

const lines = (counts: Record<string, number>) =>
  residenceLines(communes, new Map(Object.entries(counts)));

describe("users by commune of residence", () => {
  test("a commune of five or more is shown by itself, with its rate per thousand", () => {
    expect(lines({ B2: 6 })).toEqual([
      { kind: "commune", name: "Prayssac", communes: [], users: 6, perThousand: 3 },
    ]);
  });

  test("small communes are shown together around their bourg, those with nobody included", () => {
    expect(lines({ B2: 8, B1: 2, S1: 3 })?.[1]).toEqual({
      kind: "around",
      name: "Luzech",
      communes: ["Luzech", "Commune S1", "Commune S2"],
      users: 5,
      perThousand: (1000 * 5) / 1500,
    });
  });

  test("small communes whose sum would be four each join the rest", () => {
    expect(lines({ B2: 4, S3: 4, B1: 9, C1: 6 })).toEqual([
      expect.objectContaining({ kind: "commune", name: "Luzech", users: 9 }),
      expect.objectContaining({ kind: "neighbour", name: "Grand Cahors", users: 6 }),
      expect.objectContaining({ kind: "rest", users: 8 }),
    ]);
  });

  test("what stays too small joins the rest, and takes the smallest line along rather than be guessed", () => {
    // Cahors alone would be 2: the rest needs the six of Luzech not to give them away.
    expect(lines({ B2: 9, B1: 6, C1: 2 })).toEqual([
      { kind: "commune", name: "Prayssac", communes: [], users: 9, perThousand: 4.5 },
      { kind: "rest", name: "", communes: [], users: 8, perThousand: null },
    ]);
  });

  test("those who did not say are in the rest", () => {
    expect(lines({ B2: 9, "": 7 })?.at(-1)).toMatchObject({ kind: "rest", users: 7 });
  });

  test("neighbours are named by their intercommunality", () => {
    expect(lines({ C1: 5, F1: 5 })?.map(({ kind, name }) => [kind, name])).toEqual([
      ["neighbour", "Fumel"],
      ["neighbour", "Grand Cahors"],
    ]);
  });

  test("fewer than five people in all are not shown at all", () => {
    expect(lines({ B1: 4 })).toBeNull();
  });

  test("whatever the counts, no line has fewer than five people and the total is kept", () => {
    const counts = fc.record(
      Object.fromEntries(
        ["", ...communes.map(({ insee }) => insee)].map((key) => [key, fc.nat(9)]),
      ),
    );
    const noneAnywhere = Object.fromEntries(
      ["", ...communes.map(({ insee }) => insee)].map((key) => [key, 0]),
    );
    fc.assert(
      fc.property(counts, (drawn) => {
        const total = Object.values(drawn).reduce((sum, count) => sum + count, 0);
        const shown = lines(drawn);
        if (total < smallestGroup) {
          expect(shown).toBeNull();
          return;
        }
        expect(shown?.every(({ users }) => users >= smallestGroup)).toBe(true);
        expect(shown?.reduce((sum, { users }) => sum + users, 0)).toBe(total);
      }),
      { examples: [[noneAnywhere]] },
    );
  });
});
