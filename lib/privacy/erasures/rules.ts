import { type ErasureRefusal, erasureWords } from "./schema";

/** The word was typed, in either language, whatever its case and the blanks around it. */
export function isErasureWord(typed: string): boolean {
  return erasureWords.some((word) => word === typed.trim().toLowerCase());
}

export type HeldRoles = {
  /** Whether the person is an admin, and how many there are, them included. */
  isAdmin: boolean;
  admins: number;
  /** Spaces of which they are the one host. */
  hostedAlone: string[];
};

/** Null when nobody is left without whoever answers: the last admin, or the one host of a space, waits. */
export function decideErasure({ isAdmin, admins, hostedAlone }: HeldRoles): ErasureRefusal | null {
  if (isAdmin && admins <= 1) return "last_admin";
  return hostedAlone.length > 0 ? "only_host" : null;
}

/** What stands for somebody's name in mails to others that were written before they left. */
export const unnamed = "—";

/** Fields of a mail in which people write, or are named, in their own words. */
const wordsOfPeople = [
  ...["reason", "text", "message", "need", "offer"],
  ...["title", "adTitle", "senderName", "name"],
];

/** The same mail, that name or address taken out of what people wrote; places and addresses stay as they are. */
export function withoutMention(payload: unknown, said: string, field = ""): unknown {
  if (typeof payload === "string") {
    return wordsOfPeople.includes(field) ? payload.replaceAll(said, unnamed) : payload;
  }
  if (Array.isArray(payload)) return payload.map((each) => withoutMention(each, said, field));
  if (typeof payload !== "object" || payload === null) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [name, withoutMention(value, said, name)]),
  );
}
