import { type Actor, isHostOf, isStaff } from "@/lib/core/actor";
import type { EventState } from "./schema";

/**
 * What an actor is to an event. Who leads it with the hosts, and said yes to it, is a `speaker`; who proposed
 * it is its `proposer` while it waits for an answer.
 */
export type Standing = "host" | "staff" | "speaker" | "author" | "proposer" | "system" | "stranger";

const organisers: readonly Standing[] = ["host", "staff", "system"];

/**
 * Who may do what about an event, as data: the screens, the actions and the API read this table and
 * nothing else. `create` is making one and showing a draft, which may take a room, `people` is reading who is registered, by name, and ticking them; `decide` is accepting
 * or refusing what a member proposed, `name` saying who leads it.
 */
export const eventRights = {
  create: organisers,
  edit: [...organisers, "speaker"],
  decide: organisers,
  cancel: organisers,
  people: ["host", "speaker", "system"],
  name: [...organisers, "proposer"],
  withdraw: ["author"],
  see_unpublished: [...organisers, "speaker", "author"],
} as const satisfies Record<string, readonly Standing[]>;

export type EventFacts = {
  spaceId: string;
  createdBy?: string | null;
  state?: EventState;
  /** Who is named to lead it; those by name alone, and those who did not accept, are nobody here. */
  speakers?: readonly { personId: string | null; acceptedAt: Date | null }[];
};

/** What of whoever is named the table of rights reads. */
export const namedToLead = { select: { personId: true, acceptedAt: true } } as const;

/** All that the actor is to it; an admin is as a host of every space. */
export function standingsOf(actor: Actor, event: EventFacts): Standing[] {
  if (actor.kind === "system") return ["system"];
  if (actor.kind !== "person") return ["stranger"];
  const standings: Standing[] = [];
  const isAdmin = actor.grants.some(({ role }) => role === "admin");
  if (isAdmin || isHostOf(actor, event.spaceId)) standings.push("host");
  if (isStaff(actor)) standings.push("staff");
  const isNamed = event.speakers?.some(
    ({ personId, acceptedAt }) => acceptedAt !== null && personId === actor.personId,
  );
  if (isNamed) standings.push("speaker");
  if (event.createdBy === actor.personId) {
    standings.push("author");
    if (event.state === "proposed") standings.push("proposer");
  }
  return standings.length > 0 ? standings : ["stranger"];
}

/** Whether the actor may do that about this event; what they may not see is « not found ». */
export function canDo(actor: Actor, what: keyof typeof eventRights, event: EventFacts): boolean {
  const allowed: readonly Standing[] = eventRights[what];
  return standingsOf(actor, event).some((standing) => allowed.includes(standing));
}
