import { createHash } from "node:crypto";
import type { PersonActor } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { webpOf } from "@/lib/infra/images";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { largestPhoto, type PhotoRefusal, photoLimit, photoSide } from "./schema";

/**
 * Keeps one's portrait, re-encoded and cut square, in place of the one before; who sees it is unchanged.
 * Refuses what is no photo (`not_an_image`), moves (`moving`), is larger than 50 million pixels or 8 MB,
 * and the eleventh in ten minutes (`too_many_tries`).
 */
export async function savePhoto(
  actor: PersonActor,
  bytes: Buffer,
  at: Date = now(),
): Promise<Result<null, PhotoRefusal>> {
  if (bytes.length > largestPhoto) return refuse("too_heavy");
  if ((await secondsToWait(photoLimit, actor.personId)) !== null) return refuse("too_many_tries");
  const square = await webpOf(bytes, { width: photoSide, height: photoSide });
  if ("refusal" in square) return refuse(square.refusal);
  const image = new Uint8Array(square.image);
  const version = createHash("sha256").update(image).digest("base64url").slice(0, 22);
  const { personId } = actor;
  await db.photo.upsert({
    where: { personId },
    create: { personId, image, version, createdAt: at },
    update: { image, version, createdAt: at },
  });
  return ok(null);
}

/** Takes one's portrait away; without one, nothing happens. */
export async function removePhoto(actor: PersonActor): Promise<Result<null, never>> {
  await db.photo.deleteMany({ where: { personId: actor.personId } });
  return ok(null);
}
