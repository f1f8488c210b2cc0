import { describe, expect, test } from "vitest";
import { type Figure, type MeasureKey, measureKeyOf } from "@/lib/reports/figures/schema";
import { peak } from "@/lib/reports/indicators/demand/rules";
import { regularUsers } from "@/lib/reports/indicators/loyalty/rules";
import { mobility } from "@/lib/reports/indicators/mobility/rules";
import { uniqueUsers, visits } from "@/lib/reports/indicators/presence/rules";
import type { Counting, ReportRows } from "@/lib/reports/indicators/schema";
import { type Month, monthOf } from "@/lib/reports/schema";
import {
  crossesRecovered,
  overlapsRecovered,
  partsRecovered,
  peopleKnown,
  peopleRecovered,
  sumsRecovered,
  visitsRecovered,
} from "@/tests/support/report-judges";
import { type Bounds, boundsFrom } from "@/tests/support/report-solver";
import { type Given, hiddenIn, nameOf, sumsKnown, type World } from "@/tests/support/report-tables";
import {
  allPeriods,
  aSmallNetwork,
  everyReport,
  livedIn,
  networkSeeds,
  usualSeeds,
} from "@/tests/support/small-networks";

const seeds = networkSeeds(40);
const periods = allPeriods();

type Published = World & { rows: ReportRows };

function publish(seed: number): Published {
  const rows = aSmallNetwork(seed);
  return { rows, ...everyReport(rows) };
}

const networks = new Map(seeds.map((seed) => [seed, publish(seed)]));
const published = (seed: number): Published => networks.get(seed) ?? publish(seed);

describe("whoever puts every report of a network together", () => {
  const judged = (judge: (world: World) => string[]) =>
    seeds.flatMap((seed) => judge(published(seed)).map((found) => `${seed}: ${found}`));

  test("finds no number that is not told, over no month and in no place", () => {
    expect(judged(sumsRecovered)).toEqual([]);
  });

  test("leaves each hidden count of visits five values at least", () => {
    expect(judged(visitsRecovered)).toEqual([]);
  });

  test("leaves one to four people each of these, and finds no month of few newcomers", () => {
    expect(judged(peopleRecovered)).toEqual([]);
  });

  test("knows of no people of two places, nor of one alone, that they are one to four", () => {
    expect(judged(overlapsRecovered)).toEqual([]);
  });

  test("knows of no part of people that it is of one to four", () => {
    expect(judged(partsRecovered)).toEqual([]);
  });

  test("knows of no cell of a cross that it is of one to four", () => {
    expect(judged(crossesRecovered)).toEqual([]);
  });

  test("has much that is withheld to look for, and what is true among what it finds possible", () => {
    const hidden = seeds.flatMap((seed) => hiddenIn(published(seed), "visits.visits"));
    expect(hidden.filter(({ isFew }) => isFew).length).toBeGreaterThan(100);
    expect(hidden.filter(({ isFew }) => !isFew).length).toBeGreaterThan(50);
    expect(seeds.flatMap((seed) => impossible(published(seed)))).toEqual([]);
  });
});

/** Counts that the solver wrongly leaves out: its sums would be none of the reports'. */
function impossible(world: Published): string[] {
  const visited = boundsFrom(sumsKnown(world, "visits.visits"));
  const present = boundsFrom(peopleKnown(world));
  return monthly().flatMap(({ month, counting }) => {
    const [ofVisits, ofUsers] = [visits(world.rows, counting), uniqueUsers(world.rows, counting)];
    return world.ids.flatMap((id) => [
      ...outside(visited, nameOf("visits.visits value", id, [month]), ofVisits.bySpace.get(id)),
      ...outside(present, nameOf("people", id, [month]), ofUsers.bySpace.get(id)?.persons),
    ]);
  });
}

function outside(bounds: Map<string, Bounds>, name: string, count = 0): string[] {
  const { least, most } = bounds.get(name) ?? { least: 0, most: Number.POSITIVE_INFINITY };
  return count < least || count > most ? [`${name} is ${count}, not ${least} to ${most}`] : [];
}

function monthly(): { month: Month; counting: Counting }[] {
  return periods.flatMap((counting) => {
    const [month, more] = livedIn(counting);
    const isAlone = month && !more && counting.range.first.startsWith(month);
    return isAlone ? { month, counting } : [];
  });
}

describe("a report that told more would be found out", () => {
  type Fault = (figure: Figure, asked: Given & { world: Published; counting: Counting }) => Figure;

  const withFault = (fault: Fault, seed: number): Published => {
    const world = published(seed);
    const given = world.given.map(({ months, figures }, at): Given => {
      const counting = periods[at];
      if (!counting) return { months, figures };
      return {
        months,
        figures: figures.map((figure) => fault(figure, { world, counting, months, figures })),
      };
    });
    return { ...world, given };
  };

  const isFound = (judge: (world: World) => string[], fault: Fault) =>
    usualSeeds(40).some((seed) => judge(withFault(fault, seed)).length > 0);

  const isOf = (figure: Figure, key: MeasureKey) =>
    measureKeyOf(figure) === key && figure.part === null;
  const told = (figure: Figure, value: number): Figure => ({
    ...figure,
    ...{ value, withheld: null, nearest: null, without: [] },
  });
  const countOf = (figure: Figure, all: { network: number; bySpace: Map<string, number> }) =>
    figure.place === null ? all.network : (all.bySpace.get(figure.place) ?? 0);

  test("were the next smallest place told beside one of few people", () => {
    const fault: Fault = (figure, { world, counting }) =>
      isOf(figure, "visits.visits") &&
      figure.withheld === "protects_another" &&
      figure.place !== null
        ? told(figure, countOf(figure, visits(world.rows, counting)))
        : figure;
    expect(isFound(sumsRecovered, fault)).toBe(true);
  });

  test("were a quarter to count the months that none of its places tells", () => {
    const fault: Fault = (figure, { world, counting, months }) =>
      isOf(figure, "visits.visits") && months.length > 1
        ? told(figure, countOf(figure, visits(world.rows, counting)))
        : figure;
    expect(isFound(sumsRecovered, fault)).toBe(true);
  });

  test("were the network told beside all places but one", () => {
    const fault: Fault = (figure, { world, counting, months }) => {
      const isLast = figure.place === world.ids.at(-1);
      return isOf(figure, "visits.visits") && months.length === 1 && !isLast
        ? told(figure, countOf(figure, visits(world.rows, counting)))
        : figure;
    };
    expect(isFound(sumsRecovered, fault)).toBe(true);
  });

  test("were the people of places told whatever these share", () => {
    const fault: Fault = (figure, { world, counting, months, figures }) => {
      const isVisited = figures.some(
        (other) => isOf(other, "visits.visits") && other.place === figure.place && other.value,
      );
      if (!isOf(figure, "uniqueUsers.persons") || months.length > 1 || !isVisited) return figure;
      const own = uniqueUsers(world.rows, counting).bySpace.get(figure.place ?? "");
      return own ? told(figure, own.persons) : figure;
    };
    expect(isFound(overlapsRecovered, fault)).toBe(true);
  });

  test("were those who go to several places told beside places of few people", () => {
    const fault: Fault = (figure, { world, counting }) => {
      if (!isOf(figure, "mobility.severalSites") || figure.withheld !== "protects_another")
        return figure;
      const { count } = mobility(world.rows, counting).severalSites;
      return { ...told(figure, 5 * Math.round(count / 5)), nearest: 5 };
    };
    expect(isFound(overlapsRecovered, fault)).toBe(true);
  });

  test("were one of two parts of people told as it is", () => {
    const fault: Fault = (figure, { world, counting, months }) => {
      if (!isOf(figure, "regularUsers.occasional") || figure.value === null || months.length > 1)
        return figure;
      const { network, bySpace } = regularUsers(world.rows, counting);
      const own = figure.place === null ? network : bySpace.get(figure.place);
      return told(figure, own?.occasional ?? 0);
    };
    expect(isFound(partsRecovered, fault)).toBe(true);
  });

  test("were people of several months told as they are", () => {
    const fault: Fault = (figure, { world, counting }) =>
      isOf(figure, "uniqueUsers.persons") && figure.nearest !== null && figure.without.length === 0
        ? told(figure, uniqueUsers(world.rows, counting).network.persons)
        : figure;
    const ofNetwork: Fault = (figure, asked) =>
      figure.place === null ? fault(figure, asked) : figure;
    expect(isFound(peopleRecovered, ofNetwork)).toBe(true);
  });

  test("were newcomers told of two months as soon as they are five", () => {
    const fault: Fault = (figure, { world, months }) => {
      if (!isOf(figure, "newUsers.persons") || months.length !== 2) return figure;
      const fresh = world.rows.firsts.filter(({ day }) => months.includes(monthOf(day)));
      return fresh.length < 5 ? figure : told(figure, fresh.length);
    };
    expect(isFound(peopleRecovered, fault)).toBe(true);
  });

  test("were cells told as they are, but for those of one to four", () => {
    const fault: Fault = (figure, { world, counting, months }) => {
      if (measureKeyOf(figure) !== "peak.slots" || figure.value === null) return figure;
      const count = takenOf(figure, world.rows, counting);
      const isHidden = months.length > 1 || (count > 0 && count < 5);
      return isHidden ? { ...figure, value: null, of: null } : told(figure, count);
    };
    expect(isFound(crossesRecovered, fault)).toBe(true);
  });

  test("were longer periods of a place rounded by themselves", () => {
    const fault: Fault = (figure, { world, counting, months }) => {
      if (measureKeyOf(figure) !== "peak.slots" || figure.value === null) return figure;
      if (figure.place === null) return { ...figure, value: null, of: null };
      if (months.length === 1 || figure.without.length > 0) return figure;
      return { ...figure, value: 5 * Math.round(takenOf(figure, world.rows, counting) / 5) };
    };
    expect(isFound(crossesRecovered, fault)).toBe(true);
  });
});

/** Desk-slots taken in the half-day of the week that figure is of, as counted. */
function takenOf({ part, place }: Figure, rows: ReportRows, counting: Counting): number {
  const { network, bySpace } = peak(rows, counting);
  const { week } = (place === null ? network : bySpace.get(place)) ?? { week: [] };
  const own = week.find(
    ({ weekday, half }) =>
      part?.kind === "week_half" && part.weekday === weekday && part.half === half,
  );
  return own?.count ?? 0;
}
