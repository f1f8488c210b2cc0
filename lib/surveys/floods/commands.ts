import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { env } from "@/lib/infra/env";
import { timesTried } from "@/lib/infra/rate-limit";
import {
  answersPerNetwork,
  bitsFor,
  isFree,
  mayAnswer,
  proofMinutes,
  startsBeforeProof,
  startsPerNetwork,
  sumIn,
  workText,
  zeroBits,
} from "./rules";
import type { Admission, Challenge, Proof } from "./schema";

const ofNetworks = {
  name: "survey-start",
  seconds: startsPerNetwork.seconds,
  forgets: "daily" as const,
};
const ofEverybody = { name: "survey-starts", seconds: startsBeforeProof.seconds };
const ofAnswers = {
  name: "survey-answer",
  seconds: answersPerNetwork.seconds,
  forgets: "daily" as const,
};
const ofChallenges = { name: "survey-proof", seconds: proofMinutes * 60 };

/**
 * Counts the beginning of a response for its network (told under a secret of the day), and for everybody
 * unless it brings a proof, whose challenge was counted when it was given; says whether it may be, or what
 * is to be proved first. A challenge is used up by the first good proof.
 */
export async function admitStart(
  actor: Actor,
  { network, proof }: { network: string; proof?: Proof | undefined },
  at: Date,
): Promise<Admission> {
  if (actor.kind === "system") throw new Forbidden();
  const ofNetwork = await timesTried(ofNetworks, network);
  if (ofNetwork > startsPerNetwork.most) return { kind: "too_many" };
  const by = proof ? await provenBy(proof, network, at) : null;
  if (by) return { kind: by };
  const starts = { ofNetwork, ofAll: await timesTried(ofEverybody, "everybody") };
  if (isFree(starts)) return { kind: "free" };
  return { kind: "prove", challenge: makeChallenge(bitsFor(starts), at) };
}

/** A challenge of ours, for whoever is to prove something. */
export function makeChallenge(bits: number, at: Date): Challenge {
  const until = Math.floor(at.getTime() / 1_000) + proofMinutes * 60;
  const text = `${randomBytes(12).toString("base64url")}.${until}.${bits}`;
  const challenge = `${text}.${sealOf(text)}`;
  return { challenge, bits, sum: sumIn(challenge) };
}

/** By what a proof lets one in; null for a challenge that is not ours, no longer good or used, or a wrong proof. */
async function provenBy(
  proof: Proof,
  network: string,
  at: Date,
): Promise<"by_work" | "by_answer" | null> {
  const { challenge } = proof;
  const bits = bitsIn(challenge, at);
  const by = bits === null ? null : kindOf(proof, bits);
  if (bits === null || by === null) return null;
  if ((await timesTried(ofChallenges, challenge)) > 1) return null;
  if (by === "by_work") return by;
  return mayAnswer(await timesTried(ofAnswers, network), bits) ? by : null;
}

/** The bits a challenge asks for; null when it is not ours, or no longer good. */
function bitsIn(challenge: string, at: Date): number | null {
  const [nonce = "", until = "", bits = "", seal = ""] = challenge.split(".");
  const isOurs = same(seal, sealOf(`${nonce}.${until}.${bits}`));
  return isOurs && Number(until) * 1_000 >= at.getTime() ? Number(bits) : null;
}

function kindOf({ challenge, solution, answer }: Proof, bits: number) {
  if (solution !== undefined) {
    const digest = createHash("sha256").update(workText(challenge, solution)).digest();
    if (zeroBits(digest) >= bits) return "by_work";
  }
  const [first, second] = sumIn(challenge);
  return answer !== undefined && Number(answer.trim()) === first + second ? "by_answer" : null;
}

function sealOf(text: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`survey ${text}`).digest("base64url");
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
