"use server";

import { getTranslations } from "next-intl/server";
import { erasureRefusalKeys } from "@/components/privacy/refusals";
import { endSession } from "@/lib/identity/sessions/commands";
import { sessionIdInput } from "@/lib/identity/sessions/schema";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { eraseInput, hostedAlone } from "@/lib/privacy/erasures/schema";
import { formAction } from "@/lib/web/form-action";
import { forgetSession } from "@/lib/web/session";

const address = "/mon-espace/donnees";

export const endSessionAction = formAction({
  name: "session-end",
  input: sessionIdInput,
  run: endSession,
  done: () => ({ redirect: `${address}?fait=fermee` }),
  refused: ({ refusal }) => ({ message: refusal }),
  returnTo: () => address,
});

export const eraseAccountAction = formAction({
  name: "erase-account",
  input: eraseInput,
  run: eraseOwnAccount,
  done: async () => {
    await forgetSession();
    return { redirect: "/compte-efface" };
  },
  refused: async ({ refusal, data }) => {
    const t = await getTranslations("myData");
    if (refusal !== "only_host") return { message: t(erasureRefusalKeys[refusal]) };
    const { spaces } = hostedAlone.parse(data);
    return { message: t("onlyHost", { spaces: spaces.join(", ") }) };
  },
  returnTo: () => address,
});
