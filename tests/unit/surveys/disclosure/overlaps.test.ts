import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bourgsOf, figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { listOf } from "@/lib/surveys/diagnosis/rules";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { figuresOf as publicFiguresOf } from "@/lib/surveys/figures/rules";
import { wishedLines } from "@/lib/surveys/figures/schema";
import { csvOfFigures } from "@/lib/surveys/open-data/rules";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests } from "@/tests/support/survey-responses";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});
const bourgOf = bourgsOf(communesOfTests);
const insees = communesOfTests.map(({ insee }) => insee);

type Pair = readonly [string, string];
type World = readonly Pair[];

/** People who say the very same, but for the two communes each names. */
const worlds = fc
  .record({
    pairs: fc.array(
      fc.tuple(fc.constantFrom(...insees), fc.constantFrom(...insees)).filter(([a, b]) => a !== b),
      { minLength: 30, maxLength: 90 },
    ),
    exchanges: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 10, maxLength: 60 }),
  })
  .map(({ pairs, exchanges }): [World, World] => [pairs, exchanges.reduce(exchanged, pairs)]);

/** Two of them exchange one of their communes: each commune is named as often, by other people. */
function exchanged(pairs: World, [first, second]: readonly [number, number]): World {
  const [at, other] = [first % pairs.length, second % pairs.length];
  const [[a = "", b = ""] = [], [c = "", d = ""] = []] = [pairs[at], pairs[other]];
  if (at === other || a === d || c === b) return pairs;
  return pairs.with(at, [a, d]).with(other, [c, b]);
}

const responsesOf = (world: World): Response[] =>
  world.map((communes_souhaitees) =>
    aResponse({
      ...{ profil: "independant", commune_residence: "46182", interet: "certain" },
      ...{
        frequence: "1_2_sem",
        espaces: ["poste_ouvert"],
        communes_souhaitees: [...communes_souhaitees],
      },
    }),
  );

type Told = ReadonlyMap<string, number | string>;

/** Every number told of communes wished, by what it is of: staff's, the public's and the file's. */
function toldOf(responses: readonly Response[]): Told {
  const staff = figuresOf(survey, responses, communesOfTests, usual);
  const published = publicFiguresOf({
    ...{ questionnaire: survey, responses, communes: communesOfTests },
    ...{ assumptions: usual, batch: 1 },
  });
  if (!published) throw new Error("nothing is told of so many");
  const words = { label: String, commune: String, delimiter: "," } as const;
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  return new Map<string, number | string>([
    ...staff.demand.flatMap(({ communes, wishes, value }) => [
      [`demand ${communes}`, wishes] as const,
      [`days ${communes}`, rounded(value)] as const,
    ]),
    ...staff.desks.map(({ communes, wishes }) => [`desks ${communes}`, wishes] as const),
    ...(staff.flows?.lines ?? []).flatMap(({ rows, cells }) =>
      [...cells].map(([column, count]) => [`${rows} to ${column}`, count] as const),
    ),
    ...wishedLines(published.wished).map(
      ({ communes, count }) => [`w ${communes}`, count] as const,
    ),
    ...csvOfFigures(published, words)
      .split("\r\n")
      .filter((row) => row.startsWith("wished"))
      .map((row) => [`file ${row.split(",")[2]}`, row] as const),
    ...Object.entries(staff.bases)
      .filter(([, base]) => typeof base === "number")
      .map(([id, base]) => [`base ${id}`, Number(base)] as const),
  ]);
}

/** What differs between two worlds in lines that both tell; lines that differ are thresholds met otherwise. */
function differing([one, other]: [World, World], read: (responses: Response[]) => Told): string[] {
  const [first, second] = [read(responsesOf(one)), read(responsesOf(other))];
  return [...first].flatMap(([name, told]) =>
    second.has(name) && second.get(name) !== told ? name : [],
  );
}

/** As it was: distinct people by bourg wished. */
function distinctByBourg(responses: readonly Response[]): Told {
  const bourgs = new Map<string, number>();
  for (const { answers } of responses) {
    const own = listOf(answers, "communes_souhaitees").map((each) => bourgOf.get(each) ?? each);
    for (const bourg of new Set(own)) bourgs.set(bourg, (bourgs.get(bourg) ?? 0) + 1);
  }
  return bourgs;
}

describe("whether people who name two communes of a bourg are the same or others", () => {
  test("changes no number that is told of communes wished", () => {
    fc.assert(
      fc.property(worlds, (both) => {
        expect(differing(both, toldOf)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  test("changes a number of people by bourg, were it told: the search finds it", () => {
    const search = fc.check(
      fc.property(worlds, (both) => differing(both, distinctByBourg).length === 0),
      { numRuns: 60, endOnFailure: true },
    );
    expect(search.failed).toBe(true);
  });

  test("both worlds tell the lines that are compared", () => {
    const world: World = Array.from({ length: 60 }, (_, at) => [
      insees[at % 5] ?? "",
      insees[(at + 2) % 5] ?? "",
    ]);
    const told = [...toldOf(responsesOf(world)).keys()];
    for (const line of ["demand 46182", "desks 46182", "46182 to 46182", "w 46182", "file 46182"]) {
      expect(told).toContain(line);
    }
  });

  test("what is told of two communes adds up to what is told of their bourg", () => {
    fc.assert(
      fc.property(worlds, ([pairs]) => {
        const { demand, desks } = figuresOf(survey, responsesOf(pairs), communesOfTests, usual);
        const sum = (lines: readonly { wishes: number }[]) =>
          lines.reduce((total, { wishes }) => total + wishes, 0);
        expect(sum(demand)).toBe(2 * pairs.length);
        expect(sum(desks)).toBe(sum(demand));
      }),
      { numRuns: 60 },
    );
  });
});
