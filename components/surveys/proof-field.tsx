"use client";

import { useEffect, useRef } from "react";
import { useFormState } from "@/components/ui/action-form";
import { mostBitsForPeople, workText, zeroBits } from "@/lib/surveys/floods/rules";
import type { Challenge } from "@/lib/surveys/floods/schema";
import { forgetLeftBehind } from "./kept-on-device";

type ProofFieldProps = {
  /** With {first} and {second} where the numbers stand. */
  question: string;
  working: string;
};

/**
 * Shown only while very many responses begin at once: the browser works for some seconds and sends the form
 * again by itself; where no script runs, two numbers are added instead.
 */
export function ProofField({ question, working }: ProofFieldProps) {
  const state = useFormState();
  const asked = state.status === "refused" && state.code === "prove" ? state.data : null;
  const challenge = isChallenge(asked) ? asked : null;
  // Beyond, a telephone would be busy for minutes: the question alone is asked.
  const isWorking = challenge !== null && challenge.bits <= mostBitsForPeople;
  const solution = useRef<HTMLInputElement>(null);
  // Where one begins: what somebody left here the day before is not for the next to find.
  useEffect(() => forgetLeftBehind(null, new Date()), []);
  useEffect(() => {
    if (!challenge || !isWorking || !globalThis.crypto?.subtle) return;
    let isGone = false;
    const send = async () => {
      const found = await solve(challenge, () => isGone);
      const field = solution.current;
      if (isGone || found === null || !field) return;
      field.value = found;
      field.form?.requestSubmit();
    };
    send().catch(() => {
      // The question stands beside it.
    });
    return () => {
      isGone = true;
    };
  }, [challenge, isWorking]);
  if (!challenge) return null;
  const [first, second] = challenge.sum;
  return (
    <div className="field">
      <input type="hidden" name="challenge" value={challenge.challenge} />
      <input type="hidden" name="solution" ref={solution} defaultValue="" />
      <label htmlFor="answer">
        {question.replace("{first}", String(first)).replace("{second}", String(second))}
      </label>
      <input
        id="answer"
        name="answer"
        className="input survey-number"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
      />
      <p className="hint" aria-live="polite">
        {isWorking ? working : null}
      </p>
    </div>
  );
}

function isChallenge(data: unknown): data is Challenge {
  return typeof data === "object" && data !== null && "challenge" in data && "sum" in data;
}

const batch = 256;

/** Tries numbers until the digest begins with enough zero bits; null when nobody waits any more. */
async function solve(
  { challenge, bits }: Challenge,
  isGone: () => boolean,
): Promise<string | null> {
  const encoder = new TextEncoder();
  for (let from = 0; !isGone(); from += batch) {
    const tried = Array.from({ length: batch }, (_, index) => String(from + index));
    const digests = await Promise.all(
      tried.map((each) =>
        crypto.subtle.digest("SHA-256", encoder.encode(workText(challenge, each))),
      ),
    );
    const found = digests.findIndex((digest) => zeroBits(new Uint8Array(digest)) >= bits);
    if (found !== -1) return tried[found] ?? null;
  }
  return null;
}
