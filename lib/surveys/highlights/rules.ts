import { bandOf } from "../diagnosis/prices/rules";
import { roles } from "../diagnosis/schema";
import { mayShowShare } from "../disclosure/rules";
import type { Figures, ResultTable } from "../figures/schema";

/** A figure of a sentence: how many of how many, and whether a percentage may be said. */
export type Part = { count: number; base: number; share: number | null };

export type Highlights = {
  /** Would certainly or probably come. */
  interested: Part | null;
  /** Around each bourg, from the fewest to the most. */
  desks: { communes: string[]; low: number; high: number }[];
  /** `weekday:half-day` ticked most. */
  busiest: string | null;
  /** What holds back most of those who hesitate. */
  obstacle: string | null;
  /** Those for whom ten euros or more for a half-day are fair, of those who named a price. */
  fairFromTen: Part | null;
};

/** What the results say in a few sentences, from what is published and nothing else. */
export function highlightsOf(figures: Figures): Highlights {
  return {
    interested: partIn(tableOf(figures, roles.interest), ["certain", "probable"]),
    desks: figures.desks.lines.map(({ communes, desks }) => ({
      communes,
      low: desks.low,
      high: desks.high,
    })),
    busiest: mostTicked(tableOf(figures, roles.slots)),
    obstacle: mostTicked(tableOf(figures, roles.obstacles)),
    fairFromTen: pricedFrom(tableOf(figures, roles.fairPrice), 10),
  };
}

/** The table of a question; undefined when it is withheld. */
export function tableOf({ tables }: Figures, question: string): ResultTable | undefined {
  return tables.find((table) => table.question === question);
}

/** Those in one of the values, when the published lines say it: a line half within says nothing. */
export function partIn(table: ResultTable | undefined, values: readonly string[]): Part | null {
  if (!table) return null;
  const lines = table.lines.filter((line) => line.values.some((value) => values.includes(value)));
  const isWhole = lines.every((line) => line.values.every((value) => values.includes(value)));
  if (!isWhole || lines.length === 0) return null;
  return part(sumOf(lines), table.base);
}

function pricedFrom(table: ResultTable | undefined, euros: number): Part | null {
  if (!table) return null;
  const bands = [10, 15, 20].filter((from) => from >= euros).map(bandOf);
  const named = partIn(table, [0, 5, 10, 15, 20].map(bandOf));
  const dear = partIn(table, bands);
  return named && dear ? part(dear.count, named.count) : null;
}

function mostTicked(table: ResultTable | undefined): string | null {
  const shown = (table?.lines ?? []).filter(({ count }) => count !== null && count > 0);
  const [first] = shown.sort(
    (a, b) => (b.count ?? 0) - (a.count ?? 0) || a.values.join().localeCompare(b.values.join()),
  );
  return first?.values[0] ?? null;
}

function part(count: number, base: number): Part {
  return { count, base, share: mayShowShare(base) ? count / base : null };
}

function sumOf(lines: readonly { count: number | null }[]): number {
  return lines.reduce((sum, { count }) => sum + (count ?? 0), 0);
}
