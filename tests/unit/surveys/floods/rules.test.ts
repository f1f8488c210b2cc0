import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  admissionOf,
  answersPerNetwork,
  startsBeforeProof,
  sumIn,
  workText,
  zeroBits,
} from "@/lib/surveys/floods/rules";

const quiet = {
  networkIsWithin: true,
  everybodyIsWithin: true,
  proof: null,
  answersAreWithin: true,
} as const;

test("in quiet times nothing is asked of anybody; of a network that begins too much, nothing helps", () => {
  expect(admissionOf(quiet)).toBe("free");
  expect(admissionOf({ ...quiet, networkIsWithin: false, proof: "work" })).toBe("too_many");
});

test("while many begin, work is enough, an answer a few times, and nothing is not", () => {
  const many = { ...quiet, everybodyIsWithin: false } as const;
  expect(admissionOf(many)).toBe("prove");
  expect(admissionOf({ ...many, proof: "work" })).toBe("by_work");
  expect(admissionOf({ ...many, proof: "answer" })).toBe("by_answer");
  expect(admissionOf({ ...many, proof: "answer", answersAreWithin: false })).toBe("prove");
});

/** So many beginnings from so many networks in ten minutes, each with what it brings. */
function admitted(starts: number, networks: number, proof: "work" | "answer" | null): number {
  const counted = new Map<number, { starts: number; answers: number }>();
  let all = 0;
  let let_in = 0;
  for (let index = 0; index < starts; index += 1) {
    const network = index % networks;
    const own = counted.get(network) ?? { starts: 0, answers: 0 };
    counted.set(network, own);
    own.starts += 1;
    const networkIsWithin = own.starts <= 60;
    if (networkIsWithin) all += 1;
    const everybodyIsWithin = all <= startsBeforeProof.times;
    if (!everybodyIsWithin && proof === "answer" && networkIsWithin) own.answers += 1;
    const answersAreWithin = own.answers <= answersPerNetwork.times;
    const admission = admissionOf({ networkIsWithin, everybodyIsWithin, proof, answersAreWithin });
    if (admission === "free" || admission.startsWith("by_")) let_in += 1;
  }
  return let_in;
}

test("of 50 000 automatic beginnings from 500 networks in ten minutes, three hundred are let in", () => {
  expect(admitted(50_000, 500, null)).toBe(300);
});

test("a machine that reads the question gets ten a network more; one that works, its sixty", () => {
  expect(admitted(50_000, 500, "answer")).toBe(300 + 500 * 10);
  expect(admitted(50_000, 500, "work")).toBe(500 * 60);
  // Without either limit, all of them would be: what is counted is what stops them.
  expect(admitted(299, 500, null)).toBe(299);
});

test("zero bits are those a digest begins with", () => {
  expect(zeroBits(new Uint8Array([0xff]))).toBe(0);
  expect(zeroBits(new Uint8Array([0x01]))).toBe(7);
  expect(zeroBits(new Uint8Array([0, 0x10]))).toBe(11);
  expect(zeroBits(new Uint8Array([0, 0]))).toBe(16);
});

test("a solution is found in a reasonable number of tries, and the sum is one a child does", () => {
  const digestOf = (number: number) =>
    createHash("sha256")
      .update(workText("essai", String(number)))
      .digest();
  let tried = 0;
  while (zeroBits(digestOf(tried)) < 10) tried += 1;
  expect(tried).toBeLessThan(20_000);
  for (const challenge of ["", "a", "abc.1.x", "é".repeat(90)]) {
    for (const number of sumIn(challenge)) {
      expect(number).toBeGreaterThanOrEqual(2);
      expect(number).toBeLessThanOrEqual(9);
    }
  }
});
