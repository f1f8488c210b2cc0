import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { env } from "@/lib/infra/env";
import { type RateLimit, secondsToWait } from "@/lib/infra/rate-limit";
import {
  type Admission,
  admissionOf,
  answersPerNetwork,
  proofBits,
  proofMinutes,
  startsBeforeProof,
  sumIn,
  workText,
  zeroBits,
} from "./rules";
import type { Challenge, Proof } from "./schema";

/** New drafts a network may begin in an hour: a town hall's computer, not a machine that fills the table. */
const startsPerNetwork: RateLimit = {
  name: "survey-start",
  times: 60,
  seconds: 3_600,
  forgets: "daily",
};
const startsOfAll: RateLimit = { name: "survey-starts", ...startsBeforeProof };
const answers: RateLimit = { name: "survey-answer", ...answersPerNetwork, forgets: "daily" };
const uses: RateLimit = { name: "survey-proof", times: 1, seconds: proofMinutes * 60 };

/**
 * Counts the beginning of a response for its network (told under a secret of the day) and for
 * everybody, and says whether it may be (`admissionOf`). A challenge is used up by the first good proof.
 */
export async function admitStart(
  actor: Actor,
  { network, proof }: { network: string; proof?: Proof | undefined },
  at: Date,
): Promise<Admission> {
  if (actor.kind === "system") throw new Forbidden();
  const networkIsWithin = await isWithin(startsPerNetwork, network);
  if (!networkIsWithin) return "too_many";
  const everybodyIsWithin = await isWithin(startsOfAll, "everybody");
  const brought = everybodyIsWithin || !proof ? null : kindOf(proof, at);
  const isNew = brought !== null && proof && (await isWithin(uses, proof.challenge));
  const good = isNew ? brought : null;
  const answersAreWithin = good === "answer" && (await isWithin(answers, network));
  return admissionOf({ networkIsWithin, everybodyIsWithin, proof: good, answersAreWithin });
}

/** A challenge of ours, for whoever is to prove something. */
export function makeChallenge(at: Date): Challenge {
  const until = Math.floor(at.getTime() / 1_000) + proofMinutes * 60;
  const text = `${randomBytes(12).toString("base64url")}.${until}`;
  const challenge = `${text}.${sealOf(text)}`;
  return { challenge, bits: proofBits, sum: sumIn(challenge) };
}

/** What a proof proves; null for a challenge that is not ours, or no longer good, or a wrong proof. */
function kindOf({ challenge, solution, answer }: Proof, at: Date): "work" | "answer" | null {
  const [nonce = "", until = "", seal = ""] = challenge.split(".");
  const isOurs = same(seal, sealOf(`${nonce}.${until}`));
  if (!isOurs || Number(until) * 1_000 < at.getTime()) return null;
  if (solution !== undefined) {
    const digest = createHash("sha256").update(workText(challenge, solution)).digest();
    if (zeroBits(digest) >= proofBits) return "work";
  }
  const [first, second] = sumIn(challenge);
  return answer !== undefined && Number(answer.trim()) === first + second ? "answer" : null;
}

function sealOf(text: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`survey ${text}`).digest("base64url");
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

async function isWithin(limit: RateLimit, key: string): Promise<boolean> {
  return (await secondsToWait(limit, key)) === null;
}
