import { z } from "zod";

/** `""` among the values of a table of parts: not asked, or left without an answer. */
export const noAnswer = "";

/**
 * One table of a publication. `parts`: each respondent told is in one line, and `base` is their sum: a table
 * that follows by fives leaves some to wait. `choices`: each line is how many of `base` ticked it; null when
 * fewer than five did, or all but fewer than five.
 */
const resultTable = z
  .object({
    question: z.string(),
    kind: z.enum(["parts", "choices"]),
    /** Respondents the counts are of. */
    base: z.number().int(),
    lines: z.array(z.object({ values: z.array(z.string()), count: z.number().int().nullable() })),
    /** Number of the batch whose answers it counts. */
    batch: z.number().int(),
  })
  // Batches stored at first say all who answered, whoever waits among them: their lines are right.
  .transform((table) => (table.kind === "parts" ? { ...table, base: countedIn(table) } : table));
export type ResultTable = z.infer<typeof resultTable>;

/** Respondents of the lines of a table of parts. */
export function countedIn({ lines }: { lines: readonly { count: number | null }[] }): number {
  return lines.reduce((sum, { count }) => sum + (count ?? 0), 0);
}

/** Respondents of the lines by commune of residence: each is in one, those who wait in none. */
export function residentsIn({ lines }: Pick<CommuneTable, "lines">): number {
  return lines.reduce((sum, { respondents }) => sum + respondents, 0);
}

/** Whether the lines of a table of parts, of so many, leave some who answered to wait for others. */
export function leavesWaiting({ kind, base }: ResultTable, responses: number): boolean {
  return kind === "parts" && base < responses;
}

/** Whether how many left it without an answer, or were not asked, gives no other line away. */
export function isSilenceApart({ lines }: ResultTable): boolean {
  return lines.every(({ values }) => values.length === 1 || !values.includes(noAnswer));
}

/** Communes put together: one, a bourg and those around it, or the rest. */
const communeLine = z.object({
  communes: z.array(z.string()),
  respondents: z.number().int(),
});
const residenceTable = z.object({ lines: z.array(communeLine), batch: z.number().int() });

/**
 * How often communes were named. Respondents, which may tell who named two communes put together, are kept to
 * judge what follows; batches stored before wishes were counted tell them.
 */
const wishedTable = z.object({
  lines: z.array(communeLine.extend({ wishes: z.number().int().optional() })),
  batch: z.number().int(),
});

const desksTable = z.object({
  lines: z.array(
    // Respondents are not shown here: beside the table by commune they would give away the small ones.
    communeLine.extend({
      personDays: z.number(),
      desks: z.object({ low: z.number(), central: z.number(), high: z.number() }),
    }),
  ),
  /** As it was supposed when they were counted. */
  targetOccupancy: z.number(),
  /** The two others, which were the same for all before they could be changed. */
  fewestDesksOccupancy: z.number().default(0.8),
  mostDesksOccupancy: z.number().default(0.5),
  batch: z.number().int(),
});

/** Everything that is published of a campaign: nothing else is read by the page, the files and the API. */
export const figures = z.object({
  responses: z.number().int(),
  tables: z.array(resultTable),
  /** Questions whose table would give away a few people. */
  withheld: z.array(z.string()),
  residence: residenceTable,
  wished: wishedTable,
  desks: desksTable,
});
export type Figures = z.infer<typeof figures>;
export type CommuneTable = Figures["wished"];

/** A line by commune as it is told: how many, of what. */
export type ToldCommunes = { communes: string[]; count: number };

/** Whether it tells wishes, or respondents as batches stored before did. */
export function tellsWishes({ lines }: Pick<CommuneTable, "lines">): boolean {
  return lines.every(({ wishes }) => wishes !== undefined);
}

/** The lines by commune wished as they are told: wishes, or respondents where it does not have them (`tellsWishes`). */
export function wishedLines({ lines }: Pick<CommuneTable, "lines">): ToldCommunes[] {
  return lines.map(({ communes, respondents, wishes }) => ({
    communes,
    count: wishes ?? respondents,
  }));
}
