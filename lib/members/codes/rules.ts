/** Without what is taken for one another on paper: 0 and O, 1, I and L, U and V. */
export const codeAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
export const codeLength = 8;

/** A code as it was meant: spaces and hyphens do not count, nor does the case; null when it is none. */
export function readCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s\u2010-\u2015-]+/g, "");
  const isCode =
    code.length === codeLength && [...code].every((sign) => codeAlphabet.includes(sign));
  return isCode ? code : null;
}

/** « ABCD-EFGH », as it is printed. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A code that makes somebody a member lasts this many days, one that gives an account back this many. */
export const invitationDays = 14;
export const claimDays = 30;
/** A code of a kept person, shown right but not to be used, is dead after as many times. */
export const claimAttempts = 5;

type CodeFacts = { expiresAt: Date | null; usedAt: Date | null; revokedAt?: Date | null };

/** Neither used, nor taken back, nor past its time at that instant. */
export function isCodeGood({ expiresAt, usedAt, revokedAt }: CodeFacts, at: Date): boolean {
  return usedAt === null && !revokedAt && expiresAt !== null && at < expiresAt;
}

/** The instant a code made now stops working. */
export function codeExpiry(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}
