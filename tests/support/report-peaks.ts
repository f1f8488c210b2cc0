import { eachDay, weekdayOf } from "@/lib/core/day";
import type { Figure } from "@/lib/reports/figures/schema";
import { firstDayOf, lastDayOf, monthOf } from "@/lib/reports/schema";
import { between, exactly, type Known } from "./report-solver";
import { figuresOf, type Given, nameOf, partName, toldAs, type World } from "./report-tables";

const few = 4;

type Moment = Extract<NonNullable<Figure["part"]>, { kind: "moment" }>;

/** Desks taken at that moment, and those of the other weeks of its month. */
function namesOf({ day, half }: Moment, id: string | null) {
  const week = `${weekdayOf(day)} ${half}`;
  const month = monthOf(day);
  return {
    atThat: nameOf(`then ${day} ${half}`, id, [month]),
    otherwise: nameOf(`not then ${day} ${half}`, id, [month]),
    half: partName("peak.slots", week, id ?? "network", month),
  };
}

/** How many were there at the most, when, and what that leaves the other weeks of the month; the names of both. */
export function peaksKnown({ given, ids }: World): { known: Known[]; names: string[] } {
  const told = given.flatMap((report) =>
    figuresOf(report, "peak.busiest", (part) => part?.kind === "moment").flatMap((figure) =>
      figure.part?.kind === "moment" && figure.value !== null
        ? [{ figure, moment: figure.part }]
        : [],
    ),
  );
  const names = new Set<string>();
  const known = told.flatMap(({ figure, moment }) => {
    const all = namesOf(moment, figure.place);
    const own = (figure.place === null ? ids : [figure.place]).map((id) => namesOf(moment, id));
    for (const { atThat, otherwise } of [all, ...own]) names.add(atThat).add(otherwise);
    const halves = own.map(({ atThat, otherwise, half }) => sumsTo(half, [atThat, otherwise]));
    const places = (["atThat", "otherwise"] as const).flatMap((side) =>
      figure.place === null
        ? sumsTo(
            all[side],
            own.map((each) => each[side]),
          )
        : [],
    );
    const [rounded] = toldAs(all.atThat, figure);
    const { least = 0, most = 0 } = rounded ?? {};
    // One of one to four says no moment.
    const seen =
      figure.value === 0
        ? between(all.atThat, 0, 0)
        : between(all.atThat, Math.max(least, few + 1), most);
    return [...halves, ...places, seen];
  });
  const fewest = given.flatMap((report) => fewAtOnce(report));
  for (const { of } of fewest)
    for (const name of of.keys()) if (name.startsWith("taken")) names.add(name);
  return { known: [...known, ...fewest], names: [...names] };
}

/** Where even the busiest half-day of a month is said to be of few, so is each: those of Tuesdays and Saturdays. */
function fewAtOnce(report: Given): Known[] {
  const [month, more] = report.months;
  if (!month || more) return [];
  return figuresOf(report, "peak.busiest").flatMap(({ place, withheld }) => {
    if (withheld !== "few_people" || place === null) return [];
    const days = eachDay(firstDayOf(month), lastDayOf(month)).filter((on) =>
      [2, 6].includes(weekdayOf(on)),
    );
    const halves = days.flatMap((on) => ["morning", "afternoon"].map((half) => `${on} ${half}`));
    const taken = halves.map((half) => nameOf(`taken ${half}`, place, [month]));
    const total = nameOf("realOccupancy.slots value", place, [month]);
    return [sumsTo(total, taken), ...taken.map((name) => between(name, 0, few))];
  });
}

function sumsTo(whole: string, parts: readonly string[]): Known {
  return exactly(new Map([[whole, -1], ...parts.map((name) => [name, 1] as const)]), 0);
}
