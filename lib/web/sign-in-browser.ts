import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import type { Asker } from "@/lib/identity/commands";
import { codeMinutes } from "@/lib/identity/rules";
import { env } from "@/lib/infra/env";
import { callerNetwork } from "./session";

function cookieName(): string {
  return env().NEXTAUTH_URL.startsWith("https:") ? "__Host-cowloting.browser" : "cowloting.browser";
}

/** Marks this browser as the one that asks for a code; a code works nowhere else. */
export async function newAsker(): Promise<Asker> {
  const browser = randomBytes(32).toString("base64url");
  (await cookies()).set(cookieName(), browser, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().NEXTAUTH_URL.startsWith("https:"),
    maxAge: codeMinutes * 60,
  });
  return { browser, network: await callerNetwork() };
}

/** The browser as it was marked; one never marked matches no code. */
export async function currentAsker(): Promise<Asker> {
  const browser = (await cookies()).get(cookieName())?.value ?? "";
  return { browser, network: await callerNetwork() };
}
