import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { getLocale } from "next-intl/server";
import { localeOf } from "@/lib/core/locale";
import { apiRoute } from "@/lib/web/api-route";
import { authOptions } from "@/lib/web/auth";
import { providerRequest } from "@/lib/web/provider-sign-in";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses, for OIDC providers; our code sign-in posts to /connexion instead. */
const handle = apiRoute<NextRequest, Context>("sign-in provider", async (request, context) => {
  const asked = await providerRequest(request);
  if (typeof asked === "number") return new Response(null, { status: asked });
  return NextAuth(asked, context, authOptions(localeOf(await getLocale())));
});

export { handle as GET, handle as POST };
