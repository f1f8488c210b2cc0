/** A line of the journal as Postgres writes it: nothing of it is lost on the way, whatever it holds. */
export type SealedLine = {
  id: string;
  /** ISO 8601 in UTC, to the millisecond. */
  at: string;
  actorId: string | null;
  action: string;
  spaceId: string | null;
  subjectId: string | null;
  /** jsonb as text. */
  before: string | null;
  after: string | null;
  requestId: string | null;
};

/** What comes before the first seal. */
export const beforeAll = "0".repeat(64);

/** Late enough that a worker should have sealed it, in milliseconds. */
export const sealedWithin = 5 * 60_000;

/**
 * The one way a line is written out to be sealed: a JSON list of nine texts, in this order, null where
 * there is nothing. A list and not an object: no order of keys to agree on.
 */
export function canonicalLine(line: SealedLine): string {
  const { id, at, actorId, action, spaceId, subjectId, before, after, requestId } = line;
  return JSON.stringify([
    ...[id, at, actorId, action, spaceId],
    ...[subjectId, before, after, requestId],
  ]);
}

/** What a seal is the SHA-256 of: the seal before it, and the line. */
export function sealText(previous: string, line: SealedLine): string {
  return previous + canonicalLine(line);
}

/** A seal with the line it is of, as they are now; the line is null when it is not there any more. */
export type SealToCheck = { id: string; entryId: string; hash: string; line: SealedLine | null };

/** Where a chain stands: how many seals were walked, and the last of them. */
export type Walked = { count: number; head: string };

export type BrokenSeal =
  | { kind: "changed"; entryId: string }
  | { kind: "missing"; entryId: string }
  /** A seal is not there, or there twice: what it was of cannot be told. */
  | { kind: "unsealed"; sealId: string };

/**
 * Whether the next seal follows: its number is the next one, its line is there, and together with the
 * seal before they make its hash (`hashOf`: SHA-256 in hexadecimal). Null when all is well.
 */
export function brokenAt(
  { count, head }: Walked,
  seal: SealToCheck,
  hashOf: (text: string) => string,
): BrokenSeal | null {
  const expected = String(count + 1);
  if (seal.id !== expected) return { kind: "unsealed", sealId: expected };
  const { entryId, line } = seal;
  if (!line) return { kind: "missing", entryId };
  return hashOf(sealText(head, line)) === seal.hash ? null : { kind: "changed", entryId };
}
