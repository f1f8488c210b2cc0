import type { Day } from "@/lib/core/day";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";
import type { ResourceKind } from "@/lib/spaces/schema";
import type { Month, Usage } from "../../schema";

/** A figure kept that is not what bookings say. */
type Figures = { kept: number; counted: number };
export type Difference = Figures &
  (
    | {
        kind: "slots";
        spaceId: string;
        day: Day;
        half: HalfDay;
        of: ResourceKind;
        figure: "offered" | "booked" | "occupied";
      }
    /** People there, in a half-day, that only one of the two knows. Nobody is named. */
    | { kind: "presences"; spaceId: string; day: Day; half: HalfDay; side: "kept" | "counted" }
    /** `spaceId` null: the network. */
    | { kind: "month"; spaceId: string | null; month: Month; figure: keyof Usage }
    /** Persons first there, or back, in that month. */
    | { kind: "firsts"; month: Month; figure: "new" | "back" }
  );

export type Compared = { differences: Difference[]; agreeing: number };

export type Verified = {
  /** Cells that are as bookings say. */
  agreeing: number;
  different: number;
  /** Days of spaces and months that wait to be counted again: nothing is said of them. */
  waiting: number;
  /** Months whose people are gone: what needs them is as it was kept. */
  frozen: number;
  /** Half-days of frozen months whose hours have been changed since: they stay as they were. */
  changedSince: number;
};
