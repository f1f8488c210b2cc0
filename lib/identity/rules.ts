/** Six digits live this long, in minutes. */
export const codeMinutes = 10;
/** A code is judged this many times, right or wrong. */
export const codeAttempts = 5;
/** A browser stays signed in this many days after signing in, however often it comes back. */
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

/** The instant a session opened now ends; using it changes nothing. */
export function sessionExpiry(at: Date): Date {
  return new Date(at.getTime() + sessionDays * 86_400_000);
}

/**
 * The network an address belongs to, as far as limits care: /24 of IPv4, /48 of IPv6, so that one
 * household counts once however its address is written. Unreadable addresses all count together.
 */
export function networkPrefix(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(mapped)) return mapped.split(".").slice(0, 3).join(".");
  return groupsOfIPv6(mapped)?.slice(0, 3).join(":") ?? "unknown";
}

/** The eight groups without leading zeros; null when it is not an IPv6 address. */
function groupsOfIPv6(address: string): string[] | null {
  const url = `http://[${address}]`;
  if (!/^[\da-f:.]{2,45}$/i.test(address) || !URL.canParse(url)) return null;
  const shortened = new URL(url).hostname.slice(1, -1);
  const [before = [], after = []] = shortened
    .split("::")
    .map((side) => side.split(":").filter((group) => group !== ""));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after];
}
