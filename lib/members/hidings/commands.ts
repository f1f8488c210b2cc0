import type { Tx } from "@/lib/infra/db";
import type { ProfilePart } from "../audiences/schema";
import { writeSearchTexts } from "../profiles/commands";
import type { HiddenThing, HidingInput, Subject } from "./schema";

/**
 * Hides an ad, a message, or parts of a profile from everybody but whose it is, in the caller's
 * transaction; null when there is none of it. No check: the caller has decided, tells and journals.
 */
export async function hideSubject(
  tx: Tx,
  { subject, subjectId }: Subject,
  { reason, by, parts }: HidingInput,
  at: Date,
): Promise<HiddenThing | null> {
  const hidden = { hiddenBy: by, hideReason: reason };
  if (subject === "person") return hideProfile(tx, subjectId, parts, hidden, at);
  const found = await findThing(tx, { subject, subjectId });
  if (!found) return null;
  const data = { ...hidden, hiddenAt: at };
  if (subject === "ad") await tx.ad.update({ where: { id: subjectId }, data });
  else await tx.conversationMessage.update({ where: { id: subjectId }, data });
  return found;
}

/** Shows it again; of a profile, every part that was hidden. Null when nothing of it is hidden. */
export async function showSubject(
  tx: Tx,
  { subject, subjectId }: Subject,
): Promise<HiddenThing | null> {
  if (subject === "person") return showProfile(tx, subjectId);
  const found = await findThing(tx, { subject, subjectId });
  if (!found?.isHidden) return null;
  const data = { hiddenAt: null, hiddenBy: null, hideReason: null };
  if (subject === "ad") await tx.ad.update({ where: { id: subjectId }, data });
  else await tx.conversationMessage.update({ where: { id: subjectId }, data });
  return found;
}

type Found = HiddenThing & { isHidden: boolean };

async function findThing(tx: Tx, { subject, subjectId: id }: Subject): Promise<Found | null> {
  if (subject === "ad") {
    const ad = await tx.ad.findUnique({ where: { id } });
    if (!ad) return null;
    const { personId, title, hiddenAt } = ad;
    return { personId, title, what: "ad", path: `/annonces/${id}`, isHidden: hiddenAt !== null };
  }
  const message = await tx.conversationMessage.findUnique({ where: { id } });
  if (!message) return null;
  const { senderId: personId, conversationId, hiddenAt } = message;
  const path = `/messages/${conversationId}`;
  return { personId, title: null, what: "message", path, isHidden: hiddenAt !== null };
}

const profilePath = "/mon-espace/profil";

function profileThing(personId: string, parts: ProfilePart[]): HiddenThing | null {
  const [part, ...others] = parts;
  if (!part) return null;
  return { personId, title: null, path: profilePath, what: others.length > 0 ? "profile" : part };
}

/** A part that is not there is not hidden: there would be nothing to say of it. */
async function hideProfile(
  tx: Tx,
  personId: string,
  parts: readonly ProfilePart[],
  hidden: { hiddenBy: string | null; hideReason: string },
  at: Date,
): Promise<HiddenThing | null> {
  const there = {
    text: (await tx.profile.count({ where: { personId } })) > 0,
    photo: (await tx.photo.count({ where: { personId } })) > 0,
  };
  const chosen = parts.filter((part) => there[part]);
  if (chosen.length === 0) return null;
  const data = {
    ...hidden,
    ...(chosen.includes("text") ? { textHiddenAt: at } : {}),
    ...(chosen.includes("photo") ? { photoHiddenAt: at } : {}),
  };
  const create = { personId, ...data };
  await tx.profile.upsert({ where: { personId }, create, update: data });
  await writeSearchTexts(tx, personId);
  return profileThing(personId, chosen);
}

async function showProfile(tx: Tx, personId: string): Promise<HiddenThing | null> {
  const profile = await tx.profile.findUnique({ where: { personId } });
  if (!profile) return null;
  const { textHiddenAt, photoHiddenAt } = profile;
  const text: ProfilePart[] = textHiddenAt ? ["text"] : [];
  const data = { textHiddenAt: null, photoHiddenAt: null, hiddenBy: null, hideReason: null };
  await tx.profile.update({ where: { personId }, data });
  await writeSearchTexts(tx, personId);
  return profileThing(personId, photoHiddenAt ? [...text, "photo"] : text);
}
