import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { getEvent } from "../queries";

export type Picture = { image: Uint8Array; version: string; isPublic: boolean };

/** The picture of an event, for whoever sees the event; NotFound for everybody else, and without one. */
export async function getPicture(actor: Actor, slug: string, at: Date = now()): Promise<Picture> {
  const event = await getEvent(actor, slug, at);
  const picture = await db.eventPicture.findUnique({
    where: { spaceId_eventId: { spaceId: event.space.id, eventId: event.id } },
    select: { image: true, version: true },
  });
  if (!picture) throw new NotFound();
  return { ...picture, isPublic: event.state === "published" };
}
