import type { Grant, PersonActor } from "@/lib/core/actor";
import { aPerson } from "./factories";

/** Somebody signed in, with these roles. */
export async function anActor(grants: Grant[] = []): Promise<PersonActor> {
  const person = await aPerson();
  return {
    kind: "person",
    personId: person.id,
    email: person.email,
    name: person.name,
    locale: person.locale,
    grants,
  };
}

export async function aMember(): Promise<PersonActor> {
  return anActor();
}

export async function hostOf(space: { id: string }): Promise<PersonActor> {
  return anActor([{ role: "host", spaceId: space.id }]);
}

export async function aStaffMember(): Promise<PersonActor> {
  return anActor([{ role: "staff", spaceId: null }]);
}
