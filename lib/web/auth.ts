import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { Locale } from "@/lib/core/locale";
import { sessionDays } from "@/lib/identity/rules";
import { nextPathInput, type ProviderClaims, providerClaims } from "@/lib/identity/schema";
import { env, type OidcProvider } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import { authAdapter } from "./auth-adapter";
import { sessionCookieName } from "./session-cookie";

const secure = () => env().NEXTAUTH_URL.startsWith("https:");
const sessionSeconds = sessionDays * 86_400;

/** Set for as long as the session lives, out of reach of scripts. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: secure() } as const;
}

/** The two next-auth keeps while somebody is at a provider's: where to go on, and that we sent them. */
export function providerCookieNames() {
  const prefix = secure() ? "__Host-cowloting" : "cowloting";
  return { callbackUrl: `${prefix}.return`, csrfToken: `${prefix}.csrf` };
}

/**
 * Sessions are rows: they can be ended at once, by their owner or by us. They end thirty days after
 * they began: reading one never makes it longer, for the browser would not be told. `locale` is the
 * language of mails to whoever signs in.
 */
export function authOptions(locale: Locale = "fr"): NextAuthOptions {
  const options = sessionCookieOptions();
  const { callbackUrl, csrfToken } = providerCookieNames();
  return {
    adapter: authAdapter(locale),
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "database", maxAge: sessionSeconds, updateAge: sessionSeconds },
    useSecureCookies: secure(),
    cookies: {
      sessionToken: { name: sessionCookieName(), options },
      callbackUrl: { name: callbackUrl, options },
      csrfToken: { name: csrfToken, options },
    },
    pages: { signIn: "/connexion", error: "/connexion" },
    providers: env().OIDC_PROVIDERS.map(oidcProvider),
    callbacks: {
      signIn: ({ account, profile }) => isVouchedFor(account?.provider, profile),
      redirect: ({ url, baseUrl }) => baseUrl + (pathWithin(url, baseUrl) ?? "/mon-espace"),
      session: ({ session, user }) => ({ ...session, personId: user.id }),
    },
    logger: {
      error: (code, about) => log.warn({ err: errorIn(about), code }, "sign-in provider"),
      warn: (code) => log.debug({ code }, "sign-in provider"),
      debug: () => undefined,
    },
  };
}

/** An address the provider has not checked proves nothing about who is there, and would open their account. */
function isVouchedFor(providerId: string | undefined, profile: unknown): boolean {
  const provider = env().OIDC_PROVIDERS.find(({ id }) => id === providerId);
  const claims = providerClaims.safeParse(profile);
  if (!provider || !claims.success || claims.data.email === undefined) return false;
  return provider.trustsEmail || claims.data.email_verified;
}

/** Where to go on, as a path of ours; null for anything else. */
export function pathWithin(url: string, baseUrl: string): string | null {
  if (url.startsWith("/")) return nextPathInput.parse(url) ?? null;
  if (!URL.canParse(url)) return null;
  const { origin, pathname, search } = new URL(url);
  return origin === baseUrl && pathname !== "/" ? pathWithin(pathname + search, baseUrl) : null;
}

/** Only the error itself: next-auth also hands over what it knows of the person. */
function errorIn(about: unknown): unknown {
  if (about instanceof Error) return about;
  return typeof about === "object" && about !== null && "error" in about ? about.error : undefined;
}

/** What a token says whose signature, issuer, audience, nonce and dates have just been checked. */
function claimsOf(idToken: string): { sub: string } {
  const payload = Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString("utf8");
  return z.looseObject({ sub: z.string() }).parse(JSON.parse(payload));
}

function oidcProvider(provider: OidcProvider): OAuthConfig<ProviderClaims> {
  const { id, name, issuer, clientId, clientSecret, scope, userinfoAlgorithm } = provider;
  return {
    id,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    ...(userinfoAlgorithm ? { client: { userinfo_signed_response_alg: userinfoAlgorithm } } : {}),
    userinfo: {
      // Many providers say who somebody is only there.
      request: async ({ client, tokens: { id_token = "", access_token } }) => {
        const claims = claimsOf(id_token);
        if (!client.issuer.metadata.userinfo_endpoint || !access_token) return claims;
        const said = await client.userinfo(access_token);
        // OpenID Connect Core §5.3.2: the answer may be somebody else's, put in the place of the right one.
        if (said.sub !== claims.sub) throw new Error("userinfo speaks of somebody else");
        return { ...claims, ...said };
      },
    },
    // Only with an address that is vouched for (callback signIn), so linking by it is safe.
    allowDangerousEmailAccountLinking: true,
    profile: (said) => {
      const { sub, email = null, name: fullName, ...names } = providerClaims.parse(said);
      const parts = [names.given_name, names.usual_name ?? names.family_name];
      const together = parts.filter((part) => part !== undefined).join(" ");
      return { id: sub, email, name: fullName ?? (together || null) };
    },
  };
}
