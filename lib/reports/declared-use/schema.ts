import type { PricedKind } from "@/lib/surveys/diagnosis/schema";

/** Kinds of place of the comparison: an open desk, an office, no preference said, and what is no desk. */
export const comparedKinds = ["desk", "office", "any", "room"] as const;
export type ComparedKind = (typeof comparedKinds)[number];

/** A declared figure beside the real one; null where one of them may not be told, or is not known. */
export type Compared<Key> = {
  key: Key;
  declared: number | null;
  real: number | null;
  /** Real over declared; null where either is, or where nothing was declared. */
  ratio: number | null;
  /** Months of the period that no report tells of it, and that are in no mean. */
  leftOut: number;
};

/** Real use of a kind of place at the tariff supposed of it, a month; null where the use may not be told. */
export type PricedUse = {
  kind: PricedKind;
  halfDays: number | null;
  /** Euros a half-day. */
  tariff: number;
  /** Half-days × tariff, euros: what it would bring, not what was paid. */
  amount: number | null;
};
