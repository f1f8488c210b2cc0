/** What a machine does in a second and a person does not notice, or what a person says and a machine did not expect. */
export type Proof = {
  challenge: string;
  solution?: string | undefined;
  answer?: string | undefined;
};

/** What is asked before a response may begin, while many begin at once. */
export type Challenge = {
  /** Ours, signed with its bits, good for ten minutes and once. */
  challenge: string;
  bits: number;
  /** For whoever runs no script, or while the work would take too long: two numbers to add. */
  sum: readonly [number, number];
};

/** How a response may begin; not before `challenge` is proved. */
export type Admission =
  | { kind: "free" | "by_work" | "by_answer" | "too_many" }
  | { kind: "prove"; challenge: Challenge };
