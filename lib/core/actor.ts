export type RoleName = "host" | "staff" | "admin";
export type Grant = { role: RoleName; spaceId: string | null };

/** Who acts. Grants are read at each request, so a withdrawn role is gone at the next one. */
export type Actor =
  | { kind: "anonymous" }
  | {
      kind: "person";
      personId: string;
      email: string | null;
      name: string | null;
      locale: string;
      grants: Grant[];
      /** Of the request they make, for the journal; a test or a script has none. */
      requestId?: string | undefined;
    }
  | { kind: "system"; name: string };

export type PersonActor = Extract<Actor, { kind: "person" }>;

export const anonymous: Actor = { kind: "anonymous" };

/** A job, a script or the demonstration data acting without a person. */
export function systemActor(name: string): Actor {
  return { kind: "system", name };
}

/** The person behind the actor, null for a visitor or the system. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}

/** The request in which the actor acts; null for a job. */
export function requestIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? (actor.requestId ?? null) : null;
}

/** Host of this one space; staff and admin are not hosts by that alone. */
export function isHostOf(actor: Actor, spaceId: string): boolean {
  return (
    actor.kind === "person" &&
    actor.grants.some((grant) => grant.role === "host" && grant.spaceId === spaceId)
  );
}

/** Intercommunal staff; an admin may do what staff may. */
export function isStaff(actor: Actor): boolean {
  return (
    actor.kind === "person" &&
    actor.grants.some((grant) => grant.role === "staff" || grant.role === "admin")
  );
}
