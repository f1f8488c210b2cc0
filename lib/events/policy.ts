import { type Actor, isHostOf, isStaff } from "@/lib/core/actor";

/** What an actor is to an event. Who leads it with the hosts is a `speaker`. */
export type Standing = "host" | "staff" | "speaker" | "author" | "system" | "stranger";

const organisers: readonly Standing[] = ["host", "staff", "system"];

/**
 * Who may do what about an event, as data: the screens, the actions and the API read this table and
 * nothing else. `people` is reading who is registered, by name, and ticking them; `decide` is accepting
 * or refusing what a member proposed.
 */
export const eventRights = {
  create: organisers,
  edit: [...organisers, "speaker"],
  decide: organisers,
  cancel: organisers,
  people: ["host", "speaker", "system"],
  see_unpublished: [...organisers, "speaker", "author"],
} as const satisfies Record<string, readonly Standing[]>;

export type EventFacts = {
  spaceId: string;
  createdBy?: string | null;
  /** Who leads it; those by name alone are nobody here. */
  speakers?: readonly { personId: string | null }[];
};

/** All that the actor is to it; an admin is as a host of every space. */
export function standingsOf(actor: Actor, event: EventFacts): Standing[] {
  if (actor.kind === "system") return ["system"];
  if (actor.kind !== "person") return ["stranger"];
  const standings: Standing[] = [];
  const isAdmin = actor.grants.some(({ role }) => role === "admin");
  if (isAdmin || isHostOf(actor, event.spaceId)) standings.push("host");
  if (isStaff(actor)) standings.push("staff");
  if (event.speakers?.some(({ personId }) => personId === actor.personId))
    standings.push("speaker");
  if (event.createdBy === actor.personId) standings.push("author");
  return standings.length > 0 ? standings : ["stranger"];
}

/** Whether the actor may do that about this event; what they may not see is « not found ». */
export function canDo(actor: Actor, what: keyof typeof eventRights, event: EventFacts): boolean {
  const allowed: readonly Standing[] = eventRights[what];
  return standingsOf(actor, event).some((standing) => allowed.includes(standing));
}
