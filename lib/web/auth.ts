import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { sessionDays } from "@/lib/identity/rules";
import { env, type OidcProvider } from "@/lib/infra/env";
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

/** Sessions are rows: they can be ended at once, by their owner or by us. */
export function authOptions(): NextAuthOptions {
  return {
    adapter: authAdapter,
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "database", maxAge: sessionDays * 86_400, updateAge: 86_400 },
    useSecureCookies: secure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/connexion", error: "/connexion" },
    providers: env().OIDC_PROVIDERS.map(oidcProvider),
    callbacks: {
      // An address the provider has not checked proves nothing about who is there.
      signIn: ({ profile }) =>
        Boolean(profile && "email_verified" in profile && profile.email_verified === true),
      session: ({ session, user }) => ({ ...session, personId: user.id }),
    },
  };
}

type Claims = { sub: string; email?: string; name?: string };

function oidcProvider(provider: OidcProvider): OAuthConfig<Claims> {
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
