/** Six digits live this long, in minutes. */
export const codeMinutes = 10;
/** A code is judged this many times, right or wrong. */
export const codeAttempts = 5;
/** A browser stays signed in this many days after its last visit. */
export const sessionDays = 30;

export type CodeFacts = {
  attempts: number;
  expiresAt: Date;
  usedAt: Date | null;
};

/** A code that may still be judged at that instant: not used, not expired, tried fewer than five times. */
export function isCodeAlive(code: CodeFacts, at: Date): boolean {
  return code.usedAt === null && at < code.expiresAt && code.attempts < codeAttempts;
}

/** The instant a code asked for now stops working. */
export function codeExpiry(at: Date): Date {
  return new Date(at.getTime() + codeMinutes * 60_000);
}

/** The instant a session opened or used now ends. */
export function sessionExpiry(at: Date): Date {
  return new Date(at.getTime() + sessionDays * 86_400_000);
}

/**
 * The network an address belongs to, as far as limits care: /24 of IPv4, /48 of IPv6, so that one
 * household counts once. An unreadable address counts with its like.
 */
export function networkPrefix(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(mapped)) return mapped.split(".").slice(0, 3).join(".");
  if (!mapped.includes(":")) return "unknown";
  return mapped.split(":").slice(0, 3).join(":");
}
