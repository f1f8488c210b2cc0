import { randomBytes, randomUUID } from "node:crypto";
import { anonymous } from "@/lib/core/actor";
import {
  type Asker,
  type CodeSent,
  requestSignInCode,
  type SendCode,
} from "@/lib/identity/commands";

export const anEmail = () => `${randomUUID()}@exemple.test`;

/** A browser on a network of its own, so that no other test's limits are met. */
export function anAsker(overrides: Partial<Asker> = {}): Asker {
  return { browser: randomBytes(32).toString("base64url"), network: randomUUID(), ...overrides };
}

/** A mailbox: what was sent, in order, and the way to send to it. */
export function aMailbox(): { sent: CodeSent[]; send: SendCode } {
  const sent: CodeSent[] = [];
  return {
    sent,
    send: async (_tx, mail) => {
      sent.push(mail);
    },
  };
}

/** Asks for a code and reads it in the mailbox. */
export async function aCodeFor(email: string, asker: Asker, at: Date): Promise<CodeSent> {
  const { sent, send } = aMailbox();
  const result = await requestSignInCode(anonymous, { email, asker, locale: "fr" }, send, at);
  const [mail] = sent;
  if (!result.ok || !mail) throw new Error("no code was sent");
  return mail;
}

/** Six digits that are not these. */
export function anotherCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, "0");
}
