import { db } from "@/lib/infra/db";
import type { ProfilePart } from "../audiences/schema";

/** The parts of these people's profiles that there are to hide, whoever sees them. For moderators' pages. */
export async function listPartsOf(personIds: string[]): Promise<Map<string, ProfilePart[]>> {
  const people = await db.person.findMany({
    where: { id: { in: personIds }, erasedAt: null },
    select: {
      id: true,
      profile: { select: { personId: true } },
      photo: { select: { version: true } },
    },
  });
  return new Map(
    people.map(({ id, profile, photo }) => [
      id,
      [...(profile ? (["text"] as const) : []), ...(photo ? (["photo"] as const) : [])],
    ]),
  );
}
