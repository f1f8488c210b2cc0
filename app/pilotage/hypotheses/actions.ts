"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { boundsWords } from "@/components/travel/number-words";
import { assumptionsRefusalKeys } from "@/components/travel/refusals";
import { localeOf } from "@/lib/core/locale";
import { changeTravelAssumptions } from "@/lib/reports/travel-assumptions/commands";
import { assumptionNames, changeTravelInput } from "@/lib/reports/travel-assumptions/schema";
import { formAction } from "@/lib/web/form-action";

const address = "/pilotage/hypotheses";

export const changeTravelAssumptionsAction = formAction({
  name: "travel-assumptions",
  input: changeTravelInput,
  run: changeTravelAssumptions,
  done: () => ({ redirect: `${address}?fait=enregistre` }),
  refused: async ({ refusal, data }) => {
    const [t, language] = await Promise.all([getTranslations("travelAssumptions"), getLocale()]);
    const message = t(assumptionsRefusalKeys[refusal]);
    // The page sends the version there is now.
    if (refusal === "changed_since") revalidatePath(address, "page");
    if (refusal !== "not_a_value") return { message };
    const wrong: unknown[] = Array.isArray(data) ? data : [];
    const fields = assumptionNames
      .filter((name) => wrong.includes(name))
      .map((name) => [name, t("between", boundsWords(name, localeOf(language)))] as const);
    return { message, fields: Object.fromEntries(fields) };
  },
  returnTo: () => address,
});
