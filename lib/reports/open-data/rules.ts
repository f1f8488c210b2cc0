import { tellsUsersOfPlaces, untoldPlaces } from "../disclosure/rules";
import type { BehindMonth } from "../disclosure/schema";
import type { UsageOfNetwork } from "../rules";
import { addMonths, type Month, monthsOf, type Usage } from "../schema";
import type { HiddenBecause, OpenMonth } from "./schema";

/** How many months the open data go back at the most: as long as the longest report. */
export const mostOpenMonths = 36;

type NamedSpace = { id: string; slug: string; name: string };

/** Months told: those that are over, oldest first. `current`: the one that runs; `oldest`: of the first booking. */
export function openMonths(oldest: Month, current: Month): Month[] {
  const last = addMonths(current, -1);
  const first = addMonths(current, -mostOpenMonths);
  return monthsOf({ first: oldest < first ? first : oldest, last });
}

/**
 * A month as everybody may read it, space by space, then the network. What tells of people is told where a
 * report of that month tells it (`untoldPlaces` of the people `behind`), so that neither gives away what the
 * other withholds. Months are distinct people each: no sum runs over them. Guests of one to four, and what
 * would give these away, are hidden too; users of places are where the report does not tell them.
 */
export function openMonth(
  month: Month,
  spaces: NamedSpace[],
  { usage, behind }: { usage: UsageOfNetwork; behind: BehindMonth },
): OpenMonth[] {
  const known = spaces.flatMap(({ id, slug, name }) => {
    const own = usage.bySpace.get(id);
    return own ? [{ id, space: { slug, name }, own }] : [];
  });
  const untold = untoldPlaces(behind.bySpace, behind.network);
  const hasUsers = tellsUsersOfPlaces(behind);
  const guests = untoldPlaces(
    new Map(known.map(({ id, own }) => [id, own.guests])),
    usage.network.guests,
  );
  return [
    ...known.map(({ id, space, own }) =>
      line({
        month,
        space,
        usage: own,
        hidden: untold.places.get(id),
        guests: guests.places.get(id),
        users: hasUsers || !own.users ? null : "protects_another",
      }),
    ),
    line({
      ...{ month, space: null, usage: usage.network },
      hidden: untold.network,
      guests: guests.network,
      users: null,
    }),
  ];
}

type Line = {
  month: Month;
  space: OpenMonth["space"];
  usage: Usage;
  hidden: HiddenBecause | null | undefined;
  guests: HiddenBecause | null | undefined;
  users: HiddenBecause | null;
};

function line({ month, space, usage, hidden = null, guests: few = null, users: own }: Line) {
  const { offered, booked, occupied, personDays } = usage;
  const guests = few ? null : usage.guests;
  const users = own ? null : usage.users;
  const people = { booked, occupied, personDays, users, guests };
  return {
    ...{ month, space, offered, people: hidden ? null : people, hidden },
    guestsHidden: hidden ? null : few,
    usersHidden: hidden ? null : own,
  } satisfies OpenMonth;
}
