import { describe, expect, test } from "vitest";
import { gatheringFigures } from "@/lib/reports/figures/gatherings/rules";
import { type Figure, type MeasureKey, measureKeyOf } from "@/lib/reports/figures/schema";
import type { ReportEvent } from "@/lib/reports/indicators/schema";
import { type Month, monthOf } from "@/lib/reports/schema";
import {
  type EventsWorld,
  eventSumsRecovered,
  namedRecovered,
  type PageLine,
  pageOf,
  waysRecovered,
} from "@/tests/support/report-event-judges";
import {
  allPeriods,
  aSmallNetwork,
  everyReport,
  livedIn,
  usualSeeds,
} from "@/tests/support/small-networks";

const seeds = usualSeeds(40);
const periods = allPeriods();

/** Who came to events, in every report and on every page of a network. */
function publish(seed: number): EventsWorld {
  const rows = aSmallNetwork(seed);
  const told = everyReport(rows, (_, counting) =>
    gatheringFigures({ rows, counting, months: livedIn(counting), parted: [] }),
  );
  const pages = periods.map((counting) => pageOf(rows, counting));
  return { ...told, pages, events: rows.events };
}

const worlds = seeds.map(publish);

describe("whoever puts reports, pages of events and the agenda together", () => {
  const judged = (judge: (world: EventsWorld) => string[]) =>
    worlds.flatMap((world, at) => judge(world).map((found) => `${at + 1}: ${found}`));

  test("finds no one to four registered, counted in one look, or giving a note", () => {
    expect(judged(eventSumsRecovered)).toEqual([]);
  });

  test("nor named, there for the first time, or not", () => {
    expect(judged(namedRecovered)).toEqual([]);
  });

  test("nor who came in at the door, or registered", () => {
    expect(judged(waysRecovered)).toEqual([]);
  });
});

describe("what told more would be found out", () => {
  type Count = (event: ReportEvent) => number;
  type Asked = { world: EventsWorld; months: readonly Month[] };

  const isFound = (
    judge: (world: EventsWorld) => string[],
    fault: (world: EventsWorld) => EventsWorld,
  ) => worlds.some((world) => judge(fault(world)).length > 0);

  const sumIn = ({ world, months }: Asked, isOf: (event: ReportEvent) => boolean, count: Count) =>
    world.events
      .filter((event) => months.includes(monthOf(event.day)) && isOf(event))
      .reduce((sum, event) => sum + count(event), 0);

  /** Reports of one month that tell a number wherever it is not of one to four. */
  const telling =
    (key: MeasureKey, count: Count, mayTell: Count = count) =>
    (world: EventsWorld) => ({
      ...world,
      given: world.given.map(({ months, figures }) => {
        const asked = { world, months };
        const told = (figure: Figure): Figure => {
          const isOf = ({ spaceId }: ReportEvent) =>
            figure.place === null || spaceId === figure.place;
          const isHidden = figure.value === null && figure.withheld !== "no_base";
          if (measureKeyOf(figure) !== key || months.length > 1 || !isHidden) return figure;
          if (sumIn(asked, isOf, mayTell) < 5) return figure;
          return { ...figure, value: sumIn(asked, isOf, count), withheld: null };
        };
        return { months, figures: figures.map(told) };
      }),
    });

  /** Pages of one month that tell each theme by its own number alone. */
  const themesAlone = (figure: "registered" | "named", count: Count) => (world: EventsWorld) => ({
    ...world,
    pages: world.pages.map(({ months, lines }) => {
      const told = (line: PageLine): PageLine => {
        const { part, figures } = line;
        if (part?.of !== "themes" || months.length > 1) return line;
        const value = sumIn({ world, months }, ({ theme }) => theme === part.key, count);
        const own = { [figure]: { value, without: [], because: null } };
        return value < 5 ? line : { part, figures: { ...figures, ...own } };
      };
      return { months, lines: lines.map(told) };
    }),
  });

  const named: Count = (event) => event.named;
  const registered: Count = (event) => event.registered;
  const seated: Count = (event) => (event.capacity === null ? 0 : event.named);
  const helped: Count = (event) => (event.theme === "digital" ? event.named : 0);
  const first: Count = (event) => event.firstTimers;

  test.each([
    ["how seats were filled, by how many came in all", "attendance.fill", seated, named],
    ["people helped, by how many they were alone", "digitalHelp.accompanied", helped, helped],
    ["first-timers, by how many they were alone", "attendance.firstTimers", first, first],
  ] as const)("were it %s", (_, key, count, mayTell) => {
    expect(isFound(namedRecovered, telling(key, count, mayTell))).toBe(true);
  });

  test("were people who registered told by how many came", () => {
    const fault = telling("attendance.registered", registered, named);
    expect(isFound(eventSumsRecovered, fault)).toBe(true);
  });

  test("were themes judged alone, and sites alone", () => {
    expect(isFound(namedRecovered, themesAlone("named", named))).toBe(true);
    expect(isFound(eventSumsRecovered, themesAlone("registered", registered))).toBe(true);
  });

  test("were those at the door told as they are", () => {
    const exact = (world: EventsWorld) => ({
      ...world,
      given: world.given.map(({ months, figures }) => {
        const told = (figure: Figure): Figure => {
          if (measureKeyOf(figure) !== "attendance.walkIns" || figure.value === null) return figure;
          if (figure.place === null || months.length > 1) return { ...figure, value: null };
          const isOf = ({ spaceId }: ReportEvent) => spaceId === figure.place;
          const value = sumIn({ world, months }, isOf, ({ walkIns }) => walkIns);
          return { ...figure, value, nearest: null };
        };
        return { months, figures: figures.map(told) };
      }),
    });
    expect(isFound(waysRecovered, exact)).toBe(true);
  });
});
