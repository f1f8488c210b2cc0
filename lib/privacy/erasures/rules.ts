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
