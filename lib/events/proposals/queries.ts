import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { type ProposalStanding, proposalStanding } from "./rules";

/** An event the actor proposed to the hosts of a space. */
export type OwnProposal = {
  id: string;
  slug: string;
  title: string;
  standing: ProposalStanding;
  /** Words of the hosts who declined it. */
  reason: string | null;
  /** It was accepted, and does not take place after all. */
  isCancelled: boolean;
  spaceName: string;
  spaceSlug: string;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
};

const mostProposed = 100;

/** What the actor proposed, whatever became of it, the last one first. */
export async function listOwnProposals(actor: Actor, at: Date = now()): Promise<OwnProposal[]> {
  const personId = personIdOf(actor);
  if (!personId) return [];
  const rows = await db.event.findMany({
    where: { createdBy: personId, changes: { some: { verb: "proposed" } } },
    select: {
      ...{ id: true, slug: true, title: true, state: true, endReason: true, publishedAt: true },
      ...{ day: true, startsAt: true, endsAt: true },
      space: { select: { name: true, slug: true, timeZone: true } },
    },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: mostProposed,
  });
  return rows.map(({ state, publishedAt, endReason, space, day, ...said }) => {
    const standing = proposalStanding({ state, publishedAt, startsAt: said.startsAt }, at);
    return {
      ...{ ...said, standing, day: dayFromColumn(day) },
      reason: standing === "declined" ? endReason : null,
      isCancelled: state === "cancelled",
      ...{ spaceName: space.name, spaceSlug: space.slug, timeZone: space.timeZone },
    };
  });
}
