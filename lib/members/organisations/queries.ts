import type { Actor, PersonActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db, type Tx } from "@/lib/infra/db";
import { listHiddenPeople } from "../blocks/queries";
import { canMakeOrganisations, canRunOrganisation, isAgreed } from "./policy";
import type { OrganisationKind, OrganisationRole } from "./schema";

export type OrganisationPersonView = { personId: string; name: string };
export type OrganisationView = {
  id: string;
  name: string;
  kind: OrganisationKind;
  /** Of a town hall: INSEE code, null while nobody said so. */
  communeId: string | null;
  delegates: OrganisationPersonView[];
  /** How many let themselves be booked for; their names are for the delegates. */
  beneficiaries: number;
};

/** The organisations an actor runs, by name; NotFound for whoever makes none. */
export async function listOrganisations(actor: Actor): Promise<OrganisationView[]> {
  if (!canMakeOrganisations(actor)) throw new NotFound();
  const rows = await db.organisation.findMany({
    where: { endedAt: null },
    select: {
      ...{ id: true, name: true, kind: true, communeId: true, createdBy: true },
      people: { where: { agreedAt: { not: null }, endedAt: null } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const run = rows.filter((row) => canRunOrganisation(actor, row));
  const ids = run.flatMap(({ people }) => people.map(({ personId }) => personId));
  const names = await namesOf(ids);
  return run.map(({ createdBy: _maker, people, ...organisation }) => ({
    ...organisation,
    delegates: people
      .filter(({ role }) => role === "delegate")
      .map(({ personId }) => ({ personId, name: names.get(personId) ?? "" })),
    beneficiaries: people.filter(({ role }) => role === "beneficiary").length,
  }));
}

export type OwnOrganisation = {
  id: string;
  name: string;
  kind: OrganisationKind;
  role: OrganisationRole;
  /** Not yet: it waits for one's answer. */
  isAgreed: boolean;
};

/** What one belongs to, or is asked to belong to. */
export async function listOwnOrganisations(actor: PersonActor): Promise<OwnOrganisation[]> {
  const rows = await db.organisationPerson.findMany({
    where: { personId: actor.personId, endedAt: null, organisation: { endedAt: null } },
    select: {
      ...{ role: true, agreedAt: true },
      organisation: { select: { id: true, name: true, kind: true } },
    },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ organisation, role, agreedAt }) => ({
    ...organisation,
    role,
    isAgreed: agreedAt !== null,
  }));
}

/** An organisation the actor books for, with those who agreed; NotFound for anybody but its delegates. */
export async function getDelegation(
  actor: Actor,
  organisationId: string,
  client: Tx = db,
): Promise<{ id: string; name: string; beneficiaries: OrganisationPersonView[] }> {
  if (actor.kind !== "person") throw new NotFound();
  const organisation = await client.organisation.findFirst({
    where: { id: organisationId, endedAt: null },
    select: { id: true, name: true, people: { where: { endedAt: null } } },
  });
  const own = organisation?.people.find(({ personId }) => personId === actor.personId);
  if (!organisation || !isAgreed(own, "delegate")) throw new NotFound();
  const hidden = await listHiddenPeople(actor.personId, client);
  const agreed = organisation.people.filter(
    (person) => isAgreed(person, "beneficiary") && !hidden.includes(person.personId),
  );
  const names = await namesOf(
    agreed.map(({ personId }) => personId),
    client,
  );
  const beneficiaries = agreed
    .filter(({ personId }) => names.has(personId))
    .map(({ personId }) => ({ personId, name: names.get(personId) ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { id: organisation.id, name: organisation.name, beneficiaries };
}

async function namesOf(ids: string[], client: Tx = db): Promise<Map<string, string>> {
  const people = await client.person.findMany({
    where: { id: { in: ids }, erasedAt: null },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name ?? ""]));
}
