import { createHash } from "node:crypto";

/** The one digest of a person at an instant: whatever puts something in it first, it is the same. */
export function digestIdOf(personId: string, dueAt: Date): string {
  const hash = createHash("sha256").update(`digest ${personId} ${dueAt.toISOString()}`);
  const hex = hash.digest("hex").slice(0, 32);
  // A UUID of version 8, which is whatever its maker wants.
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
