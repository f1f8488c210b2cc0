"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { settingsRefusalWords } from "@/components/settings/refusal-words";
import { changeSettings } from "@/lib/bookings/settings/commands";
import { changeSettingsInput } from "@/lib/bookings/settings/schema";
import { localeOf } from "@/lib/core/locale";
import { formAction } from "@/lib/web/form-action";

export const changeSettingsAction = formAction({
  name: "change-settings",
  input: changeSettingsInput,
  run: changeSettings,
  done: (_changed, { slug }) => ({ redirect: `/hote/${slug}/reglages?change=1` }),
  refused: async (refused, { slug }) => {
    // The page sends the mark of what is said now.
    revalidatePath("/hote/[slug]/reglages", "page");
    const [t, language] = await Promise.all([getTranslations("settings"), getLocale()]);
    return settingsRefusalWords(refused, { slug, t, locale: localeOf(language) });
  },
});
