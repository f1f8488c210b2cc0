import type { EventState } from "../schema";

type Proposed = { state: EventState; startsAt: Date; publishedAt: Date | null };

export type ProposalStanding = "waiting" | "accepted" | "declined" | "withdrawn" | "late";

/**
 * How what a member proposed stands at that instant: once it should have begun nobody can accept it any more;
 * accepted stays accepted, whatever becomes of the event.
 */
export function proposalStanding(
  { state, startsAt, publishedAt }: Proposed,
  at: Date,
): ProposalStanding {
  if (publishedAt !== null) return "accepted";
  if (state === "withdrawn") return "withdrawn";
  if (state === "refused") return "declined";
  return startsAt <= at ? "late" : "waiting";
}

type Said = { title: string; startsAt: Date; endsAt: Date };
type Where = { name: string; calendar: { timeZone: string } };

/** What mails about a proposed event say of it; instants as RFC 3339 in UTC. */
export function noticeOf({ title, startsAt, endsAt }: Said, { name, calendar }: Where) {
  return {
    ...{ title, spaceName: name, timeZone: calendar.timeZone },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}
