import type { PersonActor } from "@/lib/core/actor";
import { addDays, dayFromColumn, dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { listSpacesWithBookings } from "../queries";
import { bookingParts } from "../schema";
import { type RebookProposal, rebookProposals } from "./rules";

/** What the member usually books, next free occurrences, three at most (rules of rebookProposals). */
export async function listRebookProposals(
  actor: PersonActor,
  at: Date = now(),
): Promise<RebookProposal[]> {
  const recent = await db.booking.findMany({
    where: {
      personId: actor.personId,
      state: "confirmed",
      part: { in: [...bookingParts] },
    },
    select: {
      resourceId: true,
      day: true,
      part: true,
      resource: { select: { space: { select: { slug: true } } } },
    },
    orderBy: { startsAt: "desc" },
    take: 60,
  });
  if (recent.length === 0) return [];
  const today = dayOf(at, "UTC");
  // A day's slack: each space then counts from its own local today.
  const range = { first: addDays(today, -1), last: addDays(today, 30) };
  const choices = recent.flatMap(({ part, ...row }) =>
    part === "hours"
      ? []
      : [
          {
            slug: row.resource.space.slug,
            resourceId: row.resourceId,
            day: dayFromColumn(row.day),
            part,
          },
        ],
  );
  return rebookProposals(choices, await listSpacesWithBookings(range, at), at);
}
