import type { TellRole } from "@/lib/identity/roles/commands";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";

/** Tells somebody by mail what they may do from now on, or no longer. */
export const tellRole: TellRole = async (tx, { personId, email, locale, ...change }) => {
  const url = new URL("/mon-espace", env().NEXTAUTH_URL).toString();
  await notify(tx, {
    kind: "role-changed",
    personId,
    email,
    locale,
    payload: { ...change, url },
  });
};
