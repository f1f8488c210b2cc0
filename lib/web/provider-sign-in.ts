import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { env } from "@/lib/infra/env";
import { pathWithin, providerCookieNames, sessionCookieOptions } from "./auth";
import { isFromOurPages } from "./same-origin";

/** Of next-auth's own addresses, those a provider's sign-in goes through; the others do not exist. */
const used = ["signin", "callback", "error"];

/** A request next-auth can answer, made of what a browser sent; a status when there is none. */
export async function providerRequest(request: NextRequest): Promise<NextRequest | 403 | 404> {
  const url = new URL(request.url);
  const [, , , step = ""] = url.pathname.split("/");
  if (!used.includes(step)) return 404;
  await forgetUnreadableReturn();
  // next-auth calls an unreadable one a fault of its configuration; ours travels in the form.
  url.searchParams.delete("callbackUrl");
  if (step !== "signin" || request.method !== "POST") return new NextRequest(url, request);
  if (!isFromOurPages(request.headers, env().NEXTAUTH_URL)) return 403;
  const form = await request.formData();
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/x-www-form-urlencoded");
  const body = new URLSearchParams({
    callbackUrl: String(form.get("callbackUrl") ?? "/mon-espace"),
    csrfToken: await newCsrfToken(),
  });
  // Without its parameters: next-auth would hand them to the provider as if we had asked for them.
  return new NextRequest(url.origin + url.pathname, { method: "POST", headers, body });
}

/**
 * The token next-auth expects twice, in a cookie and in the form. A page cannot set a cookie, and where
 * the form comes from is known without one (same-origin.ts): both copies are made here.
 */
async function newCsrfToken(): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${env().NEXTAUTH_SECRET}`).digest("hex");
  const { csrfToken } = providerCookieNames();
  (await cookies()).set(csrfToken, `${token}|${hash}`, sessionCookieOptions());
  return token;
}

async function forgetUnreadableReturn(): Promise<void> {
  const { callbackUrl } = providerCookieNames();
  const jar = await cookies();
  const kept = jar.get(callbackUrl)?.value;
  if (kept === undefined || pathWithin(kept, new URL(env().NEXTAUTH_URL).origin)) return;
  jar.delete({ name: callbackUrl, ...sessionCookieOptions() });
}
