import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getPerson } from "../profiles/queries";

export type Portrait = { image: Uint8Array; version: string };

/** The portrait of a person, when it is for the actor to see (audience of `photo`); NotFound otherwise. */
export async function getPhoto(actor: Actor, id: string): Promise<Portrait> {
  const { id: personId, content } = await getPerson(actor, id);
  if (content.photo === null) throw new NotFound();
  const photo = await db.photo.findUnique({
    where: { personId },
    select: { image: true, version: true },
  });
  if (!photo) throw new NotFound();
  return photo;
}
