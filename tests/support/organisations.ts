import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import type { OrganisationRole } from "@/lib/members/organisations/schema";
import { mondayMorning as at } from "./factories";

type People = { delegates?: PersonActor[]; beneficiaries?: PersonActor[] };

/** An organisation whose people have agreed. */
export async function anOrganisation({ delegates = [], beneficiaries = [] }: People = {}) {
  const name = `Mairie ${randomUUID().slice(0, 8)}`;
  const data = { name, kind: "town_hall" as const, createdBy: randomUUID() };
  const organisation = await db.organisation.create({ data });
  const row = (role: OrganisationRole) => (person: PersonActor) => ({
    ...{ organisationId: organisation.id, personId: person.personId, role, agreedAt: at },
  });
  await db.organisationPerson.createMany({
    data: [...delegates.map(row("delegate")), ...beneficiaries.map(row("beneficiary"))],
  });
  return organisation;
}
