import type { Condition } from "../questionnaires/schema";

/** The fields of a step as a browser sends them; a repeated name is a list. */
export type StepValues = Readonly<Record<string, string | readonly string[] | undefined>>;

export type NamedCommune = { insee: string; name: string };

/** What of a question its fields depend on; a `Question` is one, and so is what a page shows of it. */
export type FieldQuestion = {
  id: string;
  type:
    | "single"
    | "multi"
    | "commune"
    | "communes"
    | "number"
    | "grid"
    | "scale"
    | "text"
    | "longtext";
  showIf?: Condition | undefined;
  rows?: readonly { value: string }[];
};
