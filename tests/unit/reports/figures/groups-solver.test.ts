import { describe, expect, test } from "vitest";
import { type Figure, measureKeyOf } from "@/lib/reports/figures/schema";
import { peak } from "@/lib/reports/indicators/demand/rules";
import { usersByProfile, usersByResidence } from "@/lib/reports/indicators/origins/rules";
import type { Counting, ReportRows } from "@/lib/reports/indicators/schema";
import { carbonAvoided } from "@/lib/reports/indicators/travel/rules";
import { residenceLines } from "@/lib/reports/residences/rules";
import { monthOf } from "@/lib/reports/schema";
import {
  partitionRecovered,
  peaksRecovered,
  travelRecovered,
} from "@/tests/support/report-group-judges";
import { partitionsOf } from "@/tests/support/report-partitions";
import type { Given, World } from "@/tests/support/report-tables";
import { kilometresOfFew } from "@/tests/support/report-travel";
import {
  allPeriods,
  aSmallNetwork,
  everyReport,
  networkSeeds,
  usualSeeds,
  withChanges,
} from "@/tests/support/small-networks";

/** `ofFew`: kilometres that one to four people make. */
type Published = World & { rows: ReportRows; ofFew: string[] };

const periods = allPeriods();
const seeds = networkSeeds(24);
const published = seeds.map((seed) => publish(networkOf(seed)));
const usual = seeds[0] === 1 ? published : usualSeeds(24).map((seed) => publish(networkOf(seed)));
/** Of people who say something else of themselves later. */
const changing = seeds.map((seed) => publish(withChanges(networkOf(seed), seed)));

/** A network of few people or of many teleworkers. */
function networkOf(seed: number): ReportRows {
  return aSmallNetwork(seed, seed % 2 === 0 ? "few" : "crowd");
}

/** Every report of a network. */
function publish(rows: ReportRows): Published {
  const monthly = periods.filter(({ range }) => monthOf(range.first) === monthOf(range.last));
  const ofFew = kilometresOfFew(rows, monthly);
  return { rows, ofFew, ...everyReport(rows) };
}

const [residences, profiles] = partitionsOf(published[0]?.rows.communes ?? []);
type Judge = (world: Published) => string[];
const found = (judge: Judge, worlds = published) =>
  worlds.flatMap((world, at) => judge(world).map((each) => `${seeds[at]}: ${each}`));
const ofTravel: Judge = (world) => travelRecovered(world, world.ofFew);
const judgeOf = (partition: typeof residences) => (world: World) =>
  partition ? partitionRecovered(world, partition) : ["nothing to judge"];
const ofChanging: Judge = (world) =>
  profiles ? partitionRecovered(world, { ...profiles, isForGood: false }) : ["nothing to judge"];

describe("whoever puts every report of a network together", () => {
  test("finds no commune of one to four people, over no months", () => {
    expect(found(judgeOf(residences))).toEqual([]);
  });

  test("finds no situation of one to four people, over no months", () => {
    expect(found(judgeOf(profiles))).toEqual([]);
  });

  test("nor where people say something else of themselves later", () => {
    expect(found(ofChanging, changing)).toEqual([]);
  });

  test("finds no kilometres of few people, nor how many people these are", () => {
    expect(found(ofTravel)).toEqual([]);
  });

  test("finds no half-day of one to four beside the busiest", () => {
    expect(found(peaksRecovered)).toEqual([]);
  });

  test("has lines to look in, and much to look for", () => {
    const count = (isOf: (figure: Figure) => boolean) =>
      published.flatMap(({ given }) => given.flatMap(({ figures }) => figures.filter(isOf))).length;
    const kinds =
      (kind: string) =>
      ({ part, value }: Figure) =>
        part?.kind === kind && value !== null;
    expect(count(kinds("residence"))).toBeGreaterThan(300);
    expect(count(kinds("profile"))).toBeGreaterThan(300);
    expect(count(kinds("mode"))).toBeGreaterThan(100);
    expect(count(kinds("moment"))).toBeGreaterThan(200);
    expect(published.flatMap(({ ofFew }) => ofFew).length).toBeGreaterThan(100);
  });
});

describe("a report that told more would be found out", () => {
  type Fault = (given: Given, rows: ReportRows, counting: Counting) => Figure[];
  const withFault = (fault: Fault): Published[] =>
    usual.map((world) => ({
      ...world,
      given: world.given.map((given, at) => {
        const counting = periods[at];
        return counting ? { ...given, figures: fault(given, world.rows, counting) } : given;
      }),
    }));
  const isFound = (judge: Judge, fault: Fault) =>
    withFault(fault).some((world) => judge(world).length > 0);
  const like = (figure: Figure, value: number, own: Partial<Figure> = {}): Figure => ({
    ...figure,
    ...{ value, withheld: null, nearest: null, without: [] },
    ...own,
  });

  test("were residences of several months told as they are", () => {
    const fault: Fault = ({ months, figures }, rows, counting) => {
      const reading = usersByResidence(rows, counting);
      const [first] = figures.filter(({ indicator }) => indicator === "residence");
      if (months.length < 2 || reading.kind !== "counted" || !first) return [...figures];
      const lines = residenceLines(rows.communes, reading.value.byCommune) ?? [];
      return [
        ...figures.filter((figure) => figure !== first && figure.indicator !== "residence"),
        ...lines.map(({ kind, name, communes, users }) =>
          like(first, users, { part: { kind: "residence", line: { kind, name, communes } } }),
        ),
      ];
    };
    expect(isFound(judgeOf(residences), fault)).toBe(true);
  });

  test("were those who did not say told beside the others", () => {
    const fault: Fault = ({ figures }, rows, counting) => {
      const reading = usersByProfile(rows, counting);
      const unsaid = reading.kind === "counted" ? reading.value.unsaid : 0;
      return figures.flatMap((figure) => {
        const { part, value, nearest } = figure;
        const isMerged = part?.kind === "profile" && part.situations.includes("unsaid");
        if (!isMerged || value === null || nearest !== null || value === unsaid) return figure;
        const others = part.situations.filter((each) => each !== "unsaid");
        return [
          like(figure, unsaid, { part: { kind: "profile", situations: ["unsaid"] } }),
          like(figure, value - unsaid, { part: { kind: "profile", situations: others } }),
        ];
      });
    };
    expect(isFound(judgeOf(profiles), fault)).toBe(true);
  });

  test("were kilograms of all means of transport told, of which some make few", () => {
    const fault: Fault = ({ figures }, rows, counting) => {
      const reading = carbonAvoided(rows, counting);
      const kg = reading.kind === "counted" ? reading.value.network.grossKg : null;
      return figures.map((figure) =>
        measureKeyOf(figure) === "carbonAvoided.gross" && figure.value !== null && kg !== null
          ? like(figure, kg, { part: null })
          : figure,
      );
    };
    expect(isFound(ofTravel, fault)).toBe(true);
  });

  test("were half-days of the week told as they are, beside the busiest", () => {
    const fault: Fault = ({ months, figures }, rows, counting) => {
      const { network, bySpace } = peak(rows, counting);
      const exact = (figure: Figure) => {
        const own = figure.place === null ? network : bySpace.get(figure.place);
        const cell = own?.week.find((each) => isOfHalf(figure, each));
        return months.length > 1 ? { ...figure, value: null } : like(figure, cell?.count ?? 0);
      };
      const isCell = (figure: Figure) =>
        measureKeyOf(figure) === "peak.slots" && figure.value !== null;
      return figures.map((figure) => (isCell(figure) ? exact(figure) : figure));
    };
    expect(isFound(peaksRecovered, fault)).toBe(true);
  });
});

function isOfHalf({ part }: Figure, { weekday, half }: { weekday: number; half: string }): boolean {
  return part?.kind === "week_half" && part.weekday === weekday && part.half === half;
}
