import { cookies } from "next/headers";
import { env } from "@/lib/infra/env";
import { carriedMinutes } from "@/lib/surveys/carried/schema";

function cookieName(): string {
  return env().NEXTAUTH_URL.startsWith("https:") ? "__Host-cowloting.carried" : "cowloting.carried";
}

/** Keeps in this browser, for the time of signing in, what its owner ticked at the end of the survey. */
export async function keepCarried(token: string): Promise<void> {
  (await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().NEXTAUTH_URL.startsWith("https:"),
    maxAge: carriedMinutes * 60,
  });
}

export async function carriedToken(): Promise<string | null> {
  return (await cookies()).get(cookieName())?.value ?? null;
}

export async function forgetCarried(): Promise<void> {
  (await cookies()).delete({
    name: cookieName(),
    path: "/",
    secure: env().NEXTAUTH_URL.startsWith("https:"),
  });
}
