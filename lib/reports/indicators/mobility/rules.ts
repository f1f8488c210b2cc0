import { distinct, keptBookings, notCollected, presencesIn, sharing } from "../counted/rules";
import type { Counting, NotCollected, ReportRows, Share } from "../schema";

export type Mobility = {
  /** Persons present in two sites or more, of those present. */
  severalSites: Share;
  /** Passes used away from the site that sold them, with amounts to settle. */
  passesAway: NotCollected;
};

/** 18. Who goes from one site of the network to another, over the period. */
export function mobility(rows: ReportRows, { range, at }: Counting): Mobility {
  const presences = presencesIn(rows.spaces, keptBookings(rows, at), range);
  const known = presences.filter(({ personId }) => personId !== null);
  const byPerson = [...Map.groupBy(known, ({ who }) => who).values()];
  const moving = byPerson.filter((own) => distinct(own.map(({ spaceId }) => spaceId)) > 1);
  return {
    severalSites: sharing(moving.length, byPerson.length),
    passesAway: notCollected("no_passes"),
  };
}
