import { createHash } from "node:crypto";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { webpOf } from "@/lib/infra/images";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { noteChange } from "../changes/commands";
import type { EventAddress, EventIdInput } from "../editing/schema";
import { holdEvent, noteInJournal } from "../holds/commands";
import {
  largestPicture,
  type PictureInput,
  type PictureRefusal,
  pictureLimit,
  pictureSize,
} from "./schema";

/**
 * Keeps the picture of an event, re-encoded and cut three to two, with the words said in its place; it
 * takes the place of the one before. Refuses what is no photo, moves or is too large, and the eleventh in
 * ten minutes. Whoever may change the event.
 */
export async function savePicture(
  actor: Actor,
  { eventId, bytes, alternative }: PictureInput,
  at: Date = now(),
): Promise<Result<EventAddress, PictureRefusal>> {
  if (bytes.length > largestPicture) return refuse("too_heavy");
  if ((await secondsToWait(pictureLimit, personIdOf(actor) ?? "")) !== null) {
    return refuse("too_many_tries");
  }
  return inTransaction<EventAddress, PictureRefusal>(async (tx) => {
    // Who may is asked before the picture is decoded: it costs a second of the processor.
    const { space, event } = await holdEvent(tx, actor, "edit", eventId, at);
    const written = await webpOf(bytes, pictureSize);
    if ("refusal" in written) return refuse(written.refusal);
    const { spaceId } = event;
    const image = new Uint8Array(written.image);
    const version = createHash("sha256").update(image).digest("base64url").slice(0, 22);
    const picture = { image, version, alternative, createdAt: at };
    await tx.eventPicture.upsert({
      where: { spaceId_eventId: { spaceId, eventId } },
      create: { spaceId, eventId, ...picture },
      update: picture,
    });
    await noteChange(tx, actor, event, { verb: "edited", at });
    await noteInJournal(tx, actor, event, "event.edited");
    return ok({ id: event.id, slug: event.slug, spaceSlug: space.slug });
  });
}

/** Takes the picture of an event away; without one, nothing happens. Whoever may change the event. */
export async function removePicture(
  actor: Actor,
  { eventId }: EventIdInput,
  at: Date = now(),
): Promise<Result<EventAddress, never>> {
  return inTransaction<EventAddress, never>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "edit", eventId, at);
    const { spaceId } = event;
    const { count } = await tx.eventPicture.deleteMany({ where: { spaceId, eventId } });
    if (count > 0) {
      await noteChange(tx, actor, event, { verb: "edited", at });
      await noteInJournal(tx, actor, event, "event.edited");
    }
    return ok({ id: event.id, slug: event.slug, spaceSlug: space.slug });
  });
}
