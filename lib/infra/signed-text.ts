import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/infra/env";

/**
 * A text that only we can have written, for an address in a mail: readable, but not to be changed nor used
 * for another purpose. It does not expire; what it lets do must be small.
 */
export function signedText(purpose: string, text: string): string {
  return `${Buffer.from(text).toString("base64url")}.${markOf(purpose, text)}`;
}

/** The text, when we wrote it for that purpose; null otherwise. */
export function readSignedText(purpose: string, token: string): string | null {
  const [written = "", mark = ""] = token.split(".");
  const text = Buffer.from(written, "base64url").toString("utf8");
  const [given, expected] = [Buffer.from(mark), Buffer.from(markOf(purpose, text))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null;
}

function markOf(purpose: string, text: string): string {
  const key = `cowloting ${purpose} ${env().NEXTAUTH_SECRET}`;
  return createHmac("sha256", key).update(text).digest("base64url");
}
