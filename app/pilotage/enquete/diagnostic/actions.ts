"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { boundsWords } from "@/components/diagnosis/sheets/sheet-words";
import { localeOf } from "@/lib/core/locale";
import { changeAssumptions } from "@/lib/surveys/diagnosis/commands";
import { changeAssumptionsInput } from "@/lib/surveys/diagnosis/schema";
import { formAction } from "@/lib/web/form-action";

export const changeAssumptionsAction = formAction({
  name: "change-assumptions",
  input: changeAssumptionsInput,
  run: changeAssumptions,
  done: (_, { slug }) => ({
    redirect: `/pilotage/enquete/diagnostic?campagne=${encodeURIComponent(slug)}#hypotheses`,
  }),
  refused: async ({ refusal, data }) => {
    const [t, language] = await Promise.all([getTranslations("diagnosis"), getLocale()]);
    if (refusal === "changed_since") {
      // The page sends the mark of what is said now.
      revalidatePath("/pilotage/enquete/diagnostic", "page");
      return { message: t("changed") };
    }
    if (refusal === "occupancies_not_in_order") return { message: t("notInOrder") };
    const names: unknown[] = Array.isArray(data) ? data : [];
    const between = names.flatMap((each) => {
      const name = String(each);
      const bounds = boundsWords(name, localeOf(language));
      return bounds ? [[name, t("between", bounds)] as const] : [];
    });
    return { message: t("outOfBounds"), fields: Object.fromEntries(between) };
  },
});
