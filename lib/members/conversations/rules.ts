/** Whom a conversation is with, for one of the two. */
export function otherOf(
  { starterId, otherId }: { starterId: string; otherId: string },
  personId: string,
): string {
  return starterId === personId ? otherId : starterId;
}

/** The two in the same order, whoever writes: names their lock and their count. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join(":");
}

const minute = 60_000;
const sameMessageWithin = 10 * minute;

/** The same words by the same person within ten minutes: a form sent twice, not a second message. */
export function isSameMessage(
  last: { senderId: string; text: string; createdAt: Date } | null,
  message: { senderId: string; text: string },
  at: Date,
): boolean {
  return (
    last !== null &&
    last.senderId === message.senderId &&
    last.text === message.text &&
    at.getTime() - last.createdAt.getTime() < sameMessageWithin
  );
}

const longestExcerpt = 140;

/** The beginning of a message on one line, for a list. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt - 1).trimEnd()}…` : line;
}
