import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import type { Asker } from "@/lib/identity/commands";
import { codeMinutes } from "@/lib/identity/rules";
import { env } from "@/lib/infra/env";
import { callerNetwork } from "./session";

function cookieName(): string {
  return env().NEXTAUTH_URL.startsWith("https:") ? "__Host-cowloting.browser" : "cowloting.browser";
}

/** Who asks for a code, by a secret made for this request: a code works only in the browser that has it. */
export async function newAsker(): Promise<Asker> {
  return { browser: randomBytes(32).toString("base64url"), network: await callerNetwork() };
}

/** Gives this browser the secret its code was made for; any earlier code stops working in it. */
export async function markBrowser({ browser }: Asker): Promise<void> {
  (await cookies()).set(cookieName(), browser, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().NEXTAUTH_URL.startsWith("https:"),
    maxAge: codeMinutes * 60,
  });
}

/** The browser as it was marked; one never marked matches no code. */
export async function currentAsker(): Promise<Asker> {
  const browser = (await cookies()).get(cookieName())?.value ?? "";
  return { browser, network: await callerNetwork() };
}
