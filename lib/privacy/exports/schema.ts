import type { Purpose } from "../classification/schema";

/** A value as JSON has it; ids of people are `me` or `someone`, places go by their name. */
export type OwnValue = string | number | boolean | null | OwnValue[] | { [key: string]: OwnValue };
export type OwnRow = Record<string, OwnValue>;
export type OwnTable = { table: string; purpose: Purpose; columns: string[]; rows: OwnRow[] };
