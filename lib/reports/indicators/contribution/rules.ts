import { isInRange, notCollected } from "../counted/rules";
import { eventsIn, heldIn } from "../gatherings/rules";
import type { Counting, NotCollected, ReportRows } from "../schema";

export type Contribution = {
  volunteerHours: NotCollected;
  /** Events that took place and were led by a member. */
  memberWorkshops: number;
  /** Skills, hands or things offered to the network, on the day they were. */
  offers: number;
  /** Conversations begun between two members through the platform. */
  contacts: number;
};

/** 27. What members do for one another. */
export function contribution(rows: ReportRows, counting: Counting): Contribution {
  const { range } = counting;
  const held = heldIn(eventsIn(rows, counting), counting);
  return {
    volunteerHours: notCollected("no_volunteer_hours"),
    memberWorkshops: held.filter(({ isLedByMember }) => isLedByMember).length,
    offers: rows.offers.filter((day) => isInRange(day, range)).length,
    contacts: rows.contacts.filter((day) => isInRange(day, range)).length,
  };
}
