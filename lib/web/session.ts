import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { type Actor, anonymous, type PersonActor } from "@/lib/core/actor";
import type { SessionOpened } from "@/lib/identity/commands";
import { findActor } from "@/lib/identity/queries";
import { noteVisit } from "@/lib/identity/visits/commands";
import { authOptions, sessionCookieOptions } from "./auth";
import { networkOf } from "./caller-network";
import { isFramedPath } from "./framed-pages";
import { requestIdHeader } from "./request-id";
import { sessionCookieName } from "./session-cookie";

/** Who is asking, read once a request; roles are those held at this very request. */
export const currentActor = cache(async (): Promise<Actor> => {
  // Inside another site's page there is nobody: no session is read, so none can be misused.
  if (isFramedPath((await headers()).get("x-pathname") ?? "")) return anonymous;
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return anonymous;
  const session = await getServerSession(authOptions());
  if (!session || !("personId" in session) || typeof session.personId !== "string") {
    return anonymous;
  }
  const actor = await findActor(session.personId);
  if (actor) await noteVisit(actor);
  return actor ? { ...actor, requestId: await requestId() } : anonymous;
});

/** What proxy.ts called this request, whatever the caller called it. */
async function requestId(): Promise<string | undefined> {
  return (await headers()).get(requestIdHeader) ?? undefined;
}

/** The person signed in; a visitor goes to the sign-in page and comes back to `path`. */
export async function requirePerson(path: string): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/connexion?suite=${encodeURIComponent(path)}`);
  return actor;
}

/** Gives this browser the session just opened. */
export async function keepSession({ token, expiresAt }: SessionOpened): Promise<void> {
  const options = { ...sessionCookieOptions(), expires: expiresAt };
  (await cookies()).set(sessionCookieName(), token, options);
}

/** The session token of this browser, if any. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName())?.value ?? null;
}

/** Takes the session cookie from this browser. */
export async function forgetSession(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), ...sessionCookieOptions() });
}

/** The network of the caller, for limits (networkOf). */
export async function callerNetwork(): Promise<string> {
  return networkOf(await headers());
}
