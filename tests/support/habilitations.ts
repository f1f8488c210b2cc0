import { randomUUID } from "node:crypto";
import { bookResource } from "@/lib/bookings/commands";
import type { PersonActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { db } from "@/lib/infra/db";
import { aSpace, mondayMorning, tuesday } from "./factories";

/** A habilitation of the network, for a year unless told; each test's own by its name. */
export async function aHabilitation(validMonths: number | null = 12, fr = `Laser ${randomUUID()}`) {
  const data = { id: newId(), name: { fr }, validMonths, createdAt: mondayMorning };
  return db.habilitation.create({ data });
}

/** Held by somebody as is, until that instant, for good unless told. */
export async function heldBy(
  personId: string,
  habilitationId: string,
  expiresAt: Date | null = null,
) {
  const data = { habilitationId, personId, grantedAt: mondayMorning, expiresAt };
  return db.habilitationGrant.create({ data });
}

/** Makes that resource ask for one. */
export async function askFor(
  resource: { spaceId: string; id: string },
  habilitationId: string,
): Promise<void> {
  const { spaceId, id } = resource;
  await db.resource.update({ where: { spaceId_id: { spaceId, id } }, data: { habilitationId } });
}

/** Three desks of which the first asks for a habilitation. */
export async function aWorkshop() {
  const space = await aSpace();
  const habilitation = await aHabilitation();
  const [laser, desk, other] = space.desks;
  if (!laser || !desk || !other) throw new Error("three desks");
  await askFor(laser, habilitation.id);
  return { space, habilitation, laser: laser.id, desk: desk.id, other: other.id };
}

export type Workshop = Awaited<ReturnType<typeof aWorkshop>>;

/** A whole Tuesday there, any place unless told. */
export const bookThere = (
  actor: PersonActor,
  { space }: Workshop,
  resourceId?: string,
  over = {},
) =>
  bookResource(
    actor,
    { slug: space.slug, day: tuesday, part: "day", ...(resourceId ? { resourceId } : {}), ...over },
    mondayMorning,
  );

/** The same, made. */
export async function bookedAt(
  actor: PersonActor,
  workshop: Workshop,
  resourceId: string,
  over = {},
) {
  const result = await bookThere(actor, workshop, resourceId, over);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}
