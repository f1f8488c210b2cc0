import { env } from "@/lib/infra/env";
import { readSignedText, signedText } from "@/lib/infra/signed-text";
import { readSubject, type Subject, subjectText } from "./rules";
import type { Topic } from "./schema";

const purpose = "unsubscribe";

export type StopLinks = {
  /** Where a mailbox posts by itself (RFC 8058). */
  oneClick: string;
  /** Where a person reads what stops, and presses a button. */
  page: string;
};

/** The two addresses by which whoever holds the mail, and nobody else, stops what it is about. */
export function stopLinksOf(subject: Subject): StopLinks {
  const token = signedText(purpose, subjectText(subject));
  const origin = env().NEXTAUTH_URL;
  return {
    oneClick: `${origin}/desabonnement/un-clic?jeton=${token}`,
    page: `${origin}/desabonnement?jeton=${token}`,
  };
}

/** What that link stops; null for a link we did not write. Says nothing of the person. */
export function findTopic(token: string): Topic | null {
  return subjectOf(token)?.topic ?? null;
}

/** Whose link it is and what of; null for one we did not write. For this domain's commands. */
export function subjectOf(token: string): Subject | null {
  return readSubject(readSignedText(purpose, token));
}
