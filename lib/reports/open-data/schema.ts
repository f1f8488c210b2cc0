import type { Month } from "../schema";

/** Figures that tell of people: all are hidden where one is, since each would tell of the same few. */
export const figuresOfPeople = ["booked", "occupied", "personDays", "users", "guests"] as const;

/** Why figures are not told: fewer people than may be shown, or what would give those away. */
export type HiddenBecause = "few_people" | "protects_another";

/**
 * One month of one space, or of the network (`space` null); `people` null where they are hidden. Guests are
 * bookings, which may all be of one: they are hidden by themselves too, from one to four; so is how many people
 * came to each place where that, beside the network's, would tell of one to four who went elsewhere, or further.
 */
export type OpenMonth = {
  month: Month;
  space: { slug: string; name: string } | null;
  offered: number;
  people:
    | (Record<Exclude<(typeof figuresOfPeople)[number], "users" | "guests">, number> & {
        users: number | null;
        guests: number | null;
      })
    | null;
  hidden: HiddenBecause | null;
  /** Why guests are not told where the other figures are. */
  guestsHidden: HiddenBecause | null;
  /** Why users are not told where the other figures are. */
  usersHidden: HiddenBecause | null;
};
