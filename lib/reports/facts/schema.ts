import type { Day } from "@/lib/core/day";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";
import type { ResourceKind } from "@/lib/spaces/schema";

/** Desk-slots of one open half-day of a space, of one kind. */
export type DailyFact = {
  spaceId: string;
  day: Day;
  half: HalfDay;
  kind: ResourceKind;
  offered: number;
  booked: number;
  occupied: number;
  isExtended: boolean;
};

/** Somebody's local day in a space: a person, or a guest, who is one booking. */
export type PresenceDay = {
  spaceId: string;
  day: Day;
  who: string;
  isGuest: boolean;
  morning: boolean;
  afternoon: boolean;
};

/**
 * The first local day of a person in the network, the spaces that saw them that day, and their first day in a
 * later calendar month.
 */
export type FirstPresence = {
  personId: string;
  day: Day;
  spaceIds: string[];
  returnedOn: Day | null;
};

/** Days of a space to be counted again, both included; null = without end. */
export type Mark = { first: Day | null; last: Day | null };
