"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { changeAssumptions } from "@/lib/surveys/diagnosis/commands";
import { assumptionNames, changeAssumptionsInput } from "@/lib/surveys/diagnosis/schema";
import { formAction } from "@/lib/web/form-action";

export const changeAssumptionsAction = formAction({
  name: "change-assumptions",
  input: changeAssumptionsInput,
  run: changeAssumptions,
  done: (_, { slug }) => ({
    redirect: `/pilotage/enquete/diagnostic?campagne=${encodeURIComponent(slug)}#hypotheses`,
  }),
  refused: async (refused) => {
    const t = await getTranslations("diagnosis");
    if (refused.refusal === "changed_since") {
      // The page sends the mark of what is said now.
      revalidatePath("/pilotage/enquete/diagnostic", "page");
      return { message: t("changed") };
    }
    const named: unknown[] = Array.isArray(refused.data) ? refused.data : [];
    const names = assumptionNames.filter((name) => named.includes(name));
    return {
      message: t("outOfBounds", { names: names.map((name) => t(`assumption.${name}`)).join(", ") }),
    };
  },
});
