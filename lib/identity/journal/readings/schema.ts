import { z } from "zod";
import { type Day, parseDay } from "@/lib/core/day";
import { emailInput } from "../../schema";

const dayField = z.string().transform((text, context) => {
  const parsed = parseDay(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "invalidDate" });
  return z.NEVER;
});

/** Each part of the question, by its name in the address. */
export const journalSearch = {
  /** Slug of a space. */
  lieu: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+$/),
  /** Whole address of somebody who acted, or whom it is about, or whose data was seen. */
  personne: emailInput,
  action: z
    .string()
    .max(60)
    .regex(/^[a-z_]+\.[a-z_]+$/),
  /** First and last local day of the network. */
  du: dayField,
  au: dayField,
  /** Lines before that one: its number. */
  avant: z.string().regex(/^[1-9]\d{0,17}$/),
};
export type JournalField = keyof typeof journalSearch;

export type JournalFilters = {
  lieu?: string | undefined;
  personne?: string | undefined;
  action?: string | undefined;
  du?: Day | undefined;
  au?: Day | undefined;
  avant?: string | undefined;
};

/** How many lines a page of the journal has, and a file of it at most. */
export const linesOfAPage = 50;
export const linesOfAFile = 20_000;
