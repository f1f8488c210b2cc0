import type { Problem } from "../answers/schema";

export type SendRefusal = "not_open" | "unknown_draft" | "incomplete";
export type Incomplete = { problems: Problem[] };
export type TakeBackRefusal = "unknown_code";
