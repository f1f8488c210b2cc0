import type { HiddenBecause } from "../disclosure/schema";
import type { Month, Usage } from "../schema";

/** One month of the network; a running one counts the days that are over. */
export type TrendMonth = {
  month: Month;
  usage: Usage;
  isRunning: boolean;
  /** Why nothing of its people is told, as in its report; `usage` then says of none. */
  hidden: HiddenBecause | null;
};

export type Trend = {
  /** The instant as of which these figures are right; null while days of them were never counted. */
  upToDateAt: Date | null;
  /** The oldest first. */
  months: TrendMonth[];
};
