import { createHmac, randomInt } from "node:crypto";
import type { PersonActor } from "@/lib/core/actor";
import { env } from "@/lib/infra/env";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { codeAlphabet, codeLength } from "./rules";

/** A new code by the chance of the system: nobody guesses the next one from the last. */
export function newCode(): string {
  return Array.from(
    { length: codeLength },
    () => codeAlphabet[randomInt(codeAlphabet.length)],
  ).join("");
}

/** What tables keep of a code: so short, it is guessed from a plain hash; a keyed one needs the secret too. */
export function hashOfCode(code: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`code ${code}`).digest("base64url");
}

/** Counts a try of a code, right or wrong: ten an hour for a person, forty for a network. */
export async function mayTryCode(actor: PersonActor, network: string): Promise<boolean> {
  const perPerson = { name: "code-try-person", times: 10, seconds: 3_600 };
  const perNetwork = { name: "code-try-network", times: 40, seconds: 3_600 };
  const waits = await Promise.all([
    secondsToWait(perPerson, actor.personId),
    secondsToWait(perNetwork, network),
  ]);
  return waits.every((wait) => wait === null);
}
