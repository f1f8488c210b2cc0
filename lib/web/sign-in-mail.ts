import type { SendCode } from "@/lib/identity/commands";
import { codeMinutes } from "@/lib/identity/rules";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";

/** Sends the code and a link to a page whose button signs in: link scanners follow links, not buttons. */
export function sendSignInCode(suite: string | undefined): SendCode {
  return async (tx, { email, code, linkToken, locale }) => {
    const url = new URL("/connexion/lien", env().NEXTAUTH_URL);
    url.searchParams.set("jeton", linkToken);
    if (suite) url.searchParams.set("suite", suite);
    await notify(tx, {
      kind: "sign-in-code",
      personId: null,
      email,
      locale,
      payload: { code, url: url.toString(), minutes: codeMinutes },
    });
  };
}
