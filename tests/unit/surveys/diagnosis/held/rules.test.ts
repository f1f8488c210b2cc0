import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tellingDays, type Wish, wishesOf } from "@/lib/surveys/diagnosis/demand/rules";
import { heldWishes } from "@/lib/surveys/diagnosis/held/rules";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { isSafeGap, tellingPeople } from "@/lib/surveys/disclosure/tellings/rules";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});
const wishing = (count: number, answers: Answers): Wish[] =>
  wishesOf(
    survey,
    Array.from({ length: count }, () =>
      aResponse({
        ...{ interet: "certain", frequence: "1_2_sem", communes_souhaitees: ["46182"] },
        ...{ espaces: ["poste_ouvert"], ...answers },
      }),
    ),
    usual,
  );
const rooms = { espaces: ["salle_reunion"] };
const nowhere = { communes_souhaitees: [] };
const firm = wishing(1, { personnes_interessees: 50, frequence: "quotidien" });

describe("one who speaks for fifty", () => {
  const others = [...wishing(9, { frequence: "rare" }), ...wishing(24, { interet: "probable" })];

  test("is left aside, and nobody else weighs otherwise than they did", () => {
    expect(heldWishes(survey, [...others, ...firm])).toEqual(heldWishes(survey, others));
    expect(new Set(heldWishes(survey, others).map(({ intent }) => intent)).size).toBe(2);
  });

  test("is summed with the others where these are enough beside", () => {
    const many = [...others, ...wishing(40, { personnes_interessees: 5 })];
    expect(heldWishes(survey, [...many, ...firm])).toHaveLength(many.length + 1);
  });

  test("and the next, once they are gone, is left aside too", () => {
    const next = wishing(1, { personnes_interessees: 8, frequence: "quotidien" });
    expect(heldWishes(survey, [...others, ...next, ...firm])).toEqual(heldWishes(survey, others));
  });
});

describe("those who want rooms only", () => {
  const desks = [...wishing(20, {}), ...wishing(20, { interet: "probable" })];

  test("are left aside for the intent in which they are few, and stay for the others", () => {
    const few = wishing(3, rooms);
    const enough = wishing(16, { ...rooms, interet: "probable" });
    expect(heldWishes(survey, [...desks, ...few, ...enough])).toHaveLength(40 + 16);
  });

  test("are told apart from those who named no commune: few of each are left aside", () => {
    const both = [...wishing(3, rooms), ...wishing(3, nowhere)];
    expect(heldWishes(survey, [...desks, ...both])).toHaveLength(40);
  });

  test("are few again once the intent of the few is put with theirs", () => {
    // Without its three rooms « certain » is of four people, and weighs as « probable ».
    const list = [...wishing(4, {}), ...wishing(3, rooms), ...wishing(20, { interet: "probable" })];
    const held = heldWishes(survey, list);
    expect(held.map(({ intent }) => intent)).toEqual(Array(24).fill("certain probable"));
  });
});

describe("whatever is wished", () => {
  const someone = fc
    .record({
      interet: fc.constantFrom("certain", "probable", "possible"),
      frequence: fc.constantFrom("quotidien", "1_2_sem", "rare"),
      espaces: fc.constantFrom("poste_ouvert", "poste_ouvert", "salle_reunion").map((one) => [one]),
      communes_souhaitees: fc.subarray(["46182", "46225"]),
      personnes_interessees: fc.constantFrom(1, 1, 1, 50),
    })
    .map((given) => wishing(1, given));
  const wishes = fc
    .array(fc.tuple(someone, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 9 })
    .map((kinds) =>
      kinds.flatMap(([each, count]) => Array.from({ length: count }, () => each).flat()),
    );
  /** Every sum that is told, or left between two that are: each nobody's, or that of enough. */
  const sums = (held: readonly Wish[]) => [
    held.filter(({ communes }) => communes.length === 0),
    held.filter(({ communes, wantsNoDesk }) => communes.length > 0 && wantsNoDesk),
    held.filter(({ communes, wantsNoDesk }) => communes.length === 0 || wantsNoDesk),
  ];
  const isSafe = (held: readonly Wish[]) =>
    held.length < smallestGroup ||
    (tellingPeople(tellingDays(held)) >= smallestGroup &&
      sums(held).every((some) => isSafeGap(tellingDays(some))));

  test("no intent, nor what a table beside leaves of it, is of one to four or nearly all one's", () => {
    fc.assert(
      fc.property(wishes, (list) => {
        expect(isSafe(heldWishes(survey, list))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("the same search finds it where nobody is left aside", () => {
    expect(fc.check(fc.property(wishes, isSafe), { numRuns: 400 }).failed).toBe(true);
  });
});
