"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { contactLinkRefusalKeys, contactRefusalKeys } from "@/components/surveys/refusals";
import type { Actor } from "@/lib/core/actor";
import { localeOf } from "@/lib/core/locale";
import { askContact, confirmContact, stopContact } from "@/lib/surveys/contacts/commands";
import { contactInput, contactLinkInput } from "@/lib/surveys/contacts/schema";
import { stopWriting } from "@/lib/surveys/contacts/tellings/commands";
import { stopWritingInput } from "@/lib/surveys/contacts/tellings/schema";
import { formAction } from "@/lib/web/form-action";
import { callerNetwork } from "@/lib/web/session";

export const askContactAction = formAction({
  name: "survey-contact",
  input: contactInput,
  run: async (actor: Actor, { consent: _said, website: _trap, ...input }) => {
    const [locale, network] = await Promise.all([getLocale(), callerNetwork()]);
    return askContact(actor, { ...input, locale: localeOf(locale), network });
  },
  done: () => ({ redirect: "/enquete/contact?envoye=1" }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("survey"))(contactRefusalKeys[refusal]),
  }),
});

export const confirmContactAction = formAction({
  name: "survey-contact-confirm",
  input: contactLinkInput,
  run: confirmContact,
  done: (_value, { token }) => ({
    redirect: `/enquete/contact/confirmer?jeton=${token}&fait=oui`,
  }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("survey"))(contactLinkRefusalKeys[refusal]),
  }),
});

export const stopContactAction = formAction({
  name: "survey-contact-stop",
  input: contactLinkInput,
  run: stopContact,
  done: () => ({ redirect: "/enquete/contact/confirmer?fait=non" }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("survey"))(contactLinkRefusalKeys[refusal]),
  }),
});

export const stopWritingAction = formAction({
  name: "survey-contact-stop",
  input: stopWritingInput,
  run: stopWriting,
  done: () => ({ redirect: "/enquete/contact/arreter?fait=1" }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("survey"))(contactLinkRefusalKeys[refusal]),
  }),
});
