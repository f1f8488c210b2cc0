/** The figures of the diagnosis, in the order of the questionnaire file, and under its names. */
export const metricIds = [
  "repondants",
  "couverture",
  "profils",
  "demande_commune",
  "matrice_flux",
  "jours_personnes",
  "pic",
  "postes",
  "equipements",
  "services",
  "prix",
  "recette",
  "freins",
  "km_evites",
  "co2",
  "contributeurs",
  "installations",
] as const;
export type MetricId = (typeof metricIds)[number];

/** What a number is of: how it is written, and its unit in a file. */
export type SheetUnit =
  | "respondents"
  | "wishes"
  | "minutes"
  | "share"
  | "perThousand"
  | "days"
  | "desks"
  | "weight"
  | "score"
  | "euros"
  | "kilometres"
  | "kilograms";

/** A number, or words where there is none to show. */
export type SheetCell = number | string;

export type SheetTable = {
  id: string;
  caption: string;
  /** Head of the column of names. */
  head: string;
  columns: { key: string; label: string; unit: SheetUnit }[];
  rows: { key: string; label: string; cells: SheetCell[] }[];
  /** Column drawn as a bar, by key. */
  bar?: string;
  /** Its own base in words, where the figure has several. */
  base?: string;
};

/** Something a figure supposes: what, how much, and since when or from where. */
export type Supposition = { label: string; value: string; dated: string };

/** One figure as it is said: on the screen, in the files and in the report, the very same cells. */
export type MetricSheet = {
  id: MetricId;
  title: string;
  /** Plain sentences first. */
  findings: string[];
  formula: string;
  /** How many respondents it is built on, and what it is not, in words. */
  base: string;
  caveat: string;
  suppositions: Supposition[];
  tables: SheetTable[];
  /** Said where there is no table. */
  none: string;
};
