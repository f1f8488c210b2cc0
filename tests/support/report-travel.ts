import { type CommuteMode, commuteModes } from "@/lib/reports/commutes/schema";
import { type Figure, measureKeyOf } from "@/lib/reports/figures/schema";
import type { Counting, ReportRows } from "@/lib/reports/indicators/schema";
import { commuteAvoided, factorOf } from "@/lib/reports/indicators/travel/rules";
import { type Month, monthOf } from "@/lib/reports/schema";
import { usualValues } from "@/lib/reports/travel-assumptions/schema";
import { between, exactly, type Known } from "./report-solver";
import {
  distinctKnown,
  figuresOf,
  nameOf,
  sumsKnown,
  toldMonths,
  type World,
} from "./report-tables";
import { modesThere } from "./small-networks";

const total = "commuteAvoided.kilometres";

export function kilometresBy(mode: CommuteMode, month: Month): string {
  return nameOf(`km by ${mode}`, null, [month]);
}

const modesOf = ({ part }: Figure): readonly CommuteMode[] =>
  part?.kind === "mode" ? part.modes : [];

/** Kilometres of the network by means of transport and month: those told together, the kilograms, the totals, and how nobody travels. */
export function travelKnown(world: World): Known[] {
  const factors = new Map(commuteModes.map((mode) => [mode, factorOf(mode, usualValues) ?? 0]));
  const told = world.given.flatMap((given) => {
    const spread = (
      figure: Figure,
      modes: readonly CommuteMode[],
      weight: (of: CommuteMode) => number,
    ) =>
      new Map(
        toldMonths(given, figure).flatMap((month) =>
          modes.map((mode) => [kilometresBy(mode, month), weight(mode)] as const),
        ),
      );
    const kilometres = figuresOf(given, total, (part) => part?.kind === "mode").flatMap((figure) =>
      figure.value === null
        ? []
        : exactly(
            spread(figure, modesOf(figure), () => 1),
            figure.value,
          ),
    );
    const gross = given.figures.filter((figure) => measureKeyOf(figure) === "carbonAvoided.gross");
    const kilograms = gross.flatMap((figure) => {
      const modes = figure.part === null ? commuteModes : modesOf(figure);
      const of = spread(
        figure,
        modes.filter((mode) => factors.get(mode)),
        (mode) => factors.get(mode) ?? 0,
      );
      return figure.value === null ? [] : exactly(of, figure.value);
    });
    return [...kilometres, ...kilograms];
  });
  const totals = world.months.map((month) =>
    exactly(
      new Map([
        [nameOf(`${total} value`, null, [month]), -1],
        ...commuteModes.map((mode) => [kilometresBy(mode, month), 1] as const),
      ]),
      0,
    ),
  );
  const nobody = world.months.flatMap((month) =>
    commuteModes
      .filter((mode) => !modesThere.some((each) => each === mode))
      .map((mode) => between(kilometresBy(mode, month), 0, 0)),
  );
  return [...told, ...totals, ...nobody, ...sumsKnown(world, total)];
}

/** Kilometres of a month and means of transport that one to four people make. */
export function kilometresOfFew(rows: ReportRows, monthly: readonly Counting[]): string[] {
  return monthly.flatMap((counting) => {
    const reading = commuteAvoided(rows, counting);
    if (reading.kind !== "counted") return [];
    const month = monthOf(counting.range.first);
    return [...reading.value.network.byMode].flatMap(([mode, { persons }]) =>
      persons < 5 ? kilometresBy(mode, month) : [],
    );
  });
}

const counted = { what: "travellers", key: "commuteAvoided.people" } as const;

/** Whose travel is counted, and the teleworkers present whose is not: of each set of months, and why they are not told. */
export function travellersKnown(world: World): { known: Known[]; few: string[] } {
  const few: string[] = [];
  const reasons = world.given.flatMap((given) =>
    figuresOf(given, counted.key).flatMap(({ withheld, of, value }) => {
      const travellers = nameOf(counted.what, null, given.months);
      const others = nameOf("uncounted", null, given.months);
      if (withheld === "few_people") {
        few.push(travellers);
        return between(travellers, 1, 4);
      }
      if (withheld === "protects_another") {
        few.push(others);
        return between(others, 1, 4);
      }
      if (value === null || of === null) return [];
      const sum = new Map([
        [travellers, 1],
        [others, 1],
      ]);
      return { of: sum, least: Math.max(0, of - 2), most: of + 2 };
    }),
  );
  return { known: [...distinctKnown(world, counted, "part"), ...reasons], few };
}
