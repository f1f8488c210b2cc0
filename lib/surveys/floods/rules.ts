/** Responses begun by anybody in ten minutes beyond which we think of machines: a valley of 14 500 is never so many. */
export const startsBeforeProof = { times: 300, seconds: 600 };

/** Responses a network may begin by the plain question while many begin: it costs a machine nothing. */
export const answersPerNetwork = { times: 10, seconds: 3_600 };

/** Zero bits a solution begins with: some 30 000 tries, a second on an old telephone. */
export const proofBits = 15;

/** A challenge is good for so many minutes. */
export const proofMinutes = 10;

export type Admission = "free" | "by_work" | "by_answer" | "prove" | "too_many";

type Start = {
  /** Whether this network, and everybody together, are within their limits, this one counted. */
  networkIsWithin: boolean;
  everybodyIsWithin: boolean;
  /** What was brought, checked, and not used before. */
  proof: "work" | "answer" | null;
  /** Whether this network is within what it may begin by the plain question. */
  answersAreWithin: boolean;
};

/**
 * Whether a response may begin: nothing is asked of anybody in quiet times; while many begin at once, a
 * second of work or a plain question, the latter a few times an hour a network.
 */
export function admissionOf(start: Start): Admission {
  if (!start.networkIsWithin) return "too_many";
  if (start.everybodyIsWithin) return "free";
  if (start.proof === "work") return "by_work";
  if (start.proof === "answer") return start.answersAreWithin ? "by_answer" : "prove";
  return "prove";
}

/** How many zero bits a digest begins with. */
export function zeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  if (first === -1) return digest.length * 8;
  return first * 8 + Math.clz32(digest[first] ?? 0) - 24;
}

/** What is digested to check a solution, and tried by whoever looks for one. */
export function workText(challenge: string, solution: string): string {
  return `${challenge}:${solution}`;
}

/** Two numbers from two to nine, drawn from the challenge itself. */
export function sumIn(challenge: string): readonly [number, number] {
  const codes = [...challenge].map((letter) => letter.codePointAt(0) ?? 0);
  const draw = (from: number) =>
    2 + (codes.filter((_, index) => index % 2 === from).reduce((sum, code) => sum + code, 0) % 8);
  return [draw(0), draw(1)];
}
