import type { PersonActor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/infra/db";

/** The person behind an id with the roles held now; null for an unknown or erased one. */
export async function findActor(personId: string): Promise<PersonActor | null> {
  const person = await db.person.findFirst({
    where: { id: personId, erasedAt: null },
    select: {
      id: true,
      email: true,
      name: true,
      locale: true,
      grants: { where: { revokedAt: null }, select: { role: true, spaceId: true } },
    },
  });
  if (!person) return null;
  const { id, ...rest } = person;
  return { kind: "person", personId: id, ...rest };
}

/** Who runs the day of a space now and can be written to. */
export async function listHostsOf(
  spaceId: string,
  client: Tx = db,
): Promise<{ id: string; email: string; locale: string }[]> {
  const people = await client.person.findMany({
    where: {
      erasedAt: null,
      grants: { some: { role: "host", spaceId, revokedAt: null } },
    },
    select: { id: true, email: true, locale: true },
    orderBy: { id: "asc" },
  });
  return people.flatMap(({ email, ...person }) => (email ? [{ ...person, email }] : []));
}

/** Mailboxes of those who are staff now, admins among them (`isStaff`), each once. No check, for what is told to staff. */
export async function listStaff(
  client: Tx = db,
): Promise<{ id: string; email: string; locale: string }[]> {
  const people = await client.person.findMany({
    where: {
      erasedAt: null,
      grants: { some: { role: { in: ["staff", "admin"] }, revokedAt: null } },
    },
    select: { id: true, email: true, locale: true },
    orderBy: { id: "asc" },
  });
  return people.flatMap(({ email, ...person }) => (email ? [{ ...person, email }] : []));
}
