import { describe, expect, test } from "vitest";
import { peoplePresent } from "@/lib/reports/disclosure/rows/rules";
import { figuresOf } from "@/lib/reports/figures/rules";
import { type Figure, type MeasureKey, measureKeyOf } from "@/lib/reports/figures/schema";
import { keptBookings } from "@/lib/reports/indicators/counted/rules";
import type { Counting, ReportRows } from "@/lib/reports/indicators/schema";
import { openMonth } from "@/lib/reports/open-data/rules";
import type { OpenMonth } from "@/lib/reports/open-data/schema";
import { usageOf } from "@/lib/reports/rules";
import { monthOf } from "@/lib/reports/schema";
import { allPeriods, aSmallNetwork } from "@/tests/support/small-networks";

type People = NonNullable<OpenMonth["people"]>;

const figuresBy: Record<keyof People, MeasureKey> = {
  booked: "bookedOccupancy.slots",
  occupied: "realOccupancy.slots",
  personDays: "personDays.days",
  users: "uniqueUsers.persons",
  guests: "uniqueUsers.guests",
};

/** A line of the open data, and what the report of that month says of the same. */
type Beside = { where: string; hidden: boolean; open: number | null; report: Figure };

function besideOf(rows: ReportRows, counting: Counting, where: string): Beside[] {
  const spaces = rows.spaces.map(({ id }) => ({ id, slug: id, name: id }));
  const usage = usageOf(rows.spaces, keptBookings(rows, counting.at), counting.range);
  const figures = figuresOf(rows, counting);
  const month = monthOf(counting.range.first);
  const behind = peoplePresent(rows, counting).get(month) ?? { network: 0, bySpace: new Map() };
  return openMonth(month, spaces, { usage, behind }).flatMap(({ space, people, ...why }) =>
    (Object.keys(figuresBy) as (keyof People)[]).flatMap((name) => {
      const report = figures.find(
        (figure) =>
          measureKeyOf(figure) === figuresBy[name] &&
          figure.part === null &&
          figure.place === (space?.slug ?? null),
      );
      const hidden = why.hidden ?? (name === "users" ? why.usersHidden : null);
      const named = `${where} ${space?.slug ?? "network"} ${name}`;
      return report
        ? [{ where: named, hidden: hidden !== null, open: people?.[name] ?? null, report }]
        : [];
    }),
  );
}

const months = allPeriods().filter(({ range }) => monthOf(range.first) === monthOf(range.last));
const all = Array.from({ length: 60 }, (_, at) => at + 1).flatMap((seed) => {
  const rows = aSmallNetwork(seed);
  return months.flatMap((counting) => besideOf(rows, counting, `${seed} ${counting.range.first}`));
});

describe("the open data of a month beside its report", () => {
  test("tell no number that the report withholds, and none that differs", () => {
    const more = all.filter(({ open, report: { value, withheld } }) => {
      const told = withheld === "no_base" ? 0 : value;
      return open !== null && (told === null || Math.abs(open - told) > 1e-9);
    });
    expect(more.map(({ where, open, report }) => `${where}: ${open}, ${report.value}`)).toEqual([]);
  });

  test("tell some months of places without how many people came to each", () => {
    const without = all.filter(
      ({ where, hidden, report: { place, withheld } }) =>
        where.endsWith(" users") && hidden && place !== null && withheld === "protects_another",
    );
    const visited = new Set(
      all.filter(({ open }) => open !== null).map(({ where }) => where.replace(/ \w+$/, " users")),
    );
    expect(without.filter(({ where }) => visited.has(where)).length).toBeGreaterThan(20);
  });

  test("hide what it withholds for the same reason, so that neither says why to the other", () => {
    expect(all.filter(({ open }) => open !== null).length).toBeGreaterThan(300);
    const other = all.filter(({ hidden, report: { withheld } }) => {
      const isHidden = withheld === "few_people" || withheld === "protects_another";
      return hidden !== isHidden;
    });
    expect(other.map(({ where }) => where)).toEqual([]);
  });
});
