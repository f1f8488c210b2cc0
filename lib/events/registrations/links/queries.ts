import { z } from "zod";
import { NotFound } from "@/lib/core/errors";
import { readSignedText, signedText } from "@/lib/infra/signed-text";

/** A registration as its key. */
export type RegistrationKey = { spaceId: string; id: string };

const purpose = "event registration";
const uuid = z.uuid();

/** What opens a registration to whoever holds it: it is in the mails to its address, and nowhere public. */
export function registrationToken({ spaceId, id }: RegistrationKey): string {
  return signedText(purpose, `${spaceId} ${id}`);
}

/** The registration that link opens; NotFound for anything we did not write. */
export function readRegistrationToken(token: string): RegistrationKey {
  const [spaceId = "", id = ""] = (readSignedText(purpose, token) ?? "").split(" ");
  if (!uuid.safeParse(spaceId).success || !uuid.safeParse(id).success) throw new NotFound();
  return { spaceId, id };
}
