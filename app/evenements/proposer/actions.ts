"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { proposalRefusalWords } from "@/components/events/refusal-words";
import { localeOf } from "@/lib/core/locale";
import { proposeEventForm } from "@/lib/events/forms/schema";
import { proposeEvent } from "@/lib/events/proposals/commands";
import { formAction } from "@/lib/web/form-action";

export const proposeEventAction = formAction({
  name: "propose-event",
  input: proposeEventForm,
  run: proposeEvent,
  done: ({ slug }) => ({ redirect: `/evenements/${slug}` }),
  refused: async (refused, { slug }) => {
    const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
    return proposalRefusalWords(refused, slug, t, localeOf(language));
  },
  returnTo: ({ slug }) => `/evenements/proposer?lieu=${typeof slug === "string" ? slug : ""}`,
});
