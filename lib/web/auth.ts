import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { sessionDays } from "@/lib/identity/rules";
import { env } from "@/lib/infra/env";
import { authAdapter } from "./auth-adapter";

const secure = () => env().NEXTAUTH_URL.startsWith("https:");

/** `__Host-`: sent back to this host only, over https, never set by a sub-domain. */
export function sessionCookieName(): string {
  return secure() ? "__Host-cowloting.session" : "cowloting.session";
}

/** Set for as long as the session lives, out of reach of scripts. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: secure() } as const;
}

const providersConfiguration = z.array(
  z.object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string(),
    issuer: z.url(),
    clientId: z.string(),
    clientSecret: z.string(),
    scope: z.string().default("openid email profile"),
  }),
);

/** OIDC providers of the installation, as OIDC_PROVIDERS lists them. */
export function signInProviders() {
  const text = env().OIDC_PROVIDERS;
  return text ? providersConfiguration.parse(JSON.parse(text)) : [];
}

/** Sessions are rows: they can be ended at once, by their owner or by us. */
export function authOptions(): NextAuthOptions {
  return {
    adapter: authAdapter,
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "database", maxAge: sessionDays * 86_400, updateAge: 86_400 },
    useSecureCookies: secure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/connexion", error: "/connexion" },
    providers: signInProviders().map(oidcProvider),
    callbacks: {
      // An address the provider has not checked proves nothing about who is there.
      signIn: ({ profile }) =>
        Boolean(profile && "email_verified" in profile && profile.email_verified === true),
      session: ({ session, user }) => ({ ...session, personId: user.id }),
    },
  };
}

type Claims = { sub: string; email?: string; name?: string };

function oidcProvider(
  provider: z.infer<typeof providersConfiguration>[number],
): OAuthConfig<Claims> {
  const { id, name, issuer, clientId, clientSecret, scope } = provider;
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
    // Only with an address the provider has verified (callback signIn), so linking by it is safe.
    allowDangerousEmailAccountLinking: true,
    profile: (claims) => ({
      id: claims.sub,
      email: claims.email?.toLowerCase() ?? null,
      name: claims.name ?? null,
    }),
  };
}
