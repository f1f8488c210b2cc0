"use server";

import { getTranslations } from "next-intl/server";
import { belongingRefusalKeys } from "@/components/memberships/refusals";
import { redeemCode } from "@/lib/bookings/claims/commands";
import { useCodeInput } from "@/lib/members/codes/schema";
import { formAction } from "@/lib/web/form-action";
import { callerNetwork } from "@/lib/web/session";

export const useCodeAction = formAction({
  name: "use-code",
  input: useCodeInput,
  run: async (actor, { code }) => redeemCode(actor, { code, network: await callerNetwork() }),
  done: ({ slug, isClaim }) => ({
    redirect: `/mon-espace/lieux/${slug}?fait=${isClaim ? "repris" : "rejoint"}`,
  }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("belonging"))(belongingRefusalKeys[refusal]),
  }),
  returnTo: ({ code }) => `/rejoindre?code=${encodeURIComponent(String(code ?? "").slice(0, 60))}`,
});
