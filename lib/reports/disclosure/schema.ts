import type { Month } from "../schema";

/** Why the people of a place may not be told of: fewer than five, or what would give those away. */
export type HiddenBecause = "few_people" | "protects_another";

/** Why a month may not be: its people, or a part only of its days is asked for. */
export type UntoldBecause = HiddenBecause | "whole_months_only";

/** How many people are behind a kind of figures of a month: distinct in each place and over the network. */
export type BehindMonth = { network: number; bySpace: Map<string, number> };
export type PeopleBehind = Map<Month, BehindMonth>;

/** Months whose people may not be told of, of each space and of the network; what has none has no key. */
export type Untold = {
  network: Map<Month, UntoldBecause>;
  bySpace: Map<string, Map<Month, UntoldBecause>>;
};

/** What whoever reads knows of a count that is not told as it is. */
export type Bounds = { least: number; most: number };
