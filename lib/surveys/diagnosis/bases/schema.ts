import type { MetricId } from "../exports/schema";

/** Respondents a figure is of: how many, or why that is not told: they are a few, or all but a few. */
export type Base = number | "few" | "few_left_out";

/** A figure, or one of the three questions of prices, which each have their own base. */
export type BaseId = Exclude<MetricId, "prix"> | "prix_raisonnable" | "prix_trop_cher" | "budgets";

/** Questions one may leave without an answer: their base stands beside those who were asked. */
export type OptionalId = "equipements" | "services" | "freins" | "contributeurs";
