"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { registrationRefusalWords } from "@/components/registrations/refusal-words";
import type { registrationRefusalKeys } from "@/components/registrations/refusals";
import type { Actor } from "@/lib/core/actor";
import { localeOf } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import { takeOffer } from "@/lib/events/offers/answers/commands";
import { registerForEvent } from "@/lib/events/registrations/commands";
import { cancelOne, changeRegistration } from "@/lib/events/registrations/edits/commands";
import {
  cancelRegistration,
  reopenRegistration,
} from "@/lib/events/registrations/endings/commands";
import {
  cancelOneInput,
  changeInput,
  linkInput,
  type RegisterInput,
  registerInput,
  reopenInput,
} from "@/lib/events/registrations/schema";
import { formAction } from "@/lib/web/form-action";
import { callerNetwork } from "@/lib/web/session";

async function refused(refusal: Refused<keyof typeof registrationRefusalKeys>) {
  const [t, forms] = await Promise.all([
    getTranslations("eventsRegister"),
    getTranslations("forms"),
  ]);
  return registrationRefusalWords(refusal, { t, forms });
}

const manage = (token: string, done: string) => ({
  redirect: `/evenements/inscription/${token}?fait=${done}`,
});

export const registerAction = formAction({
  name: "event-register",
  input: registerInput,
  run: async (actor: Actor, input: RegisterInput) => {
    const [locale, network] = await Promise.all([getLocale(), callerNetwork()]);
    return registerForEvent(actor, { ...input, locale: localeOf(locale), network });
  },
  done: ({ state, token }, { event }) => {
    const place = state === "confirmed" ? "sure" : "attente";
    if (token) return manage(token, place === "sure" ? "inscrit" : "attente");
    return { redirect: `/evenements/${event}/inscription/merci?place=${place}` };
  },
  refused,
});

export const changeRegistrationAction = formAction({
  name: "event-registration-change",
  input: changeInput,
  run: changeRegistration,
  done: (_value, { token }) => manage(token, "change"),
  refused,
});

export const cancelOneAction = formAction({
  name: "event-registration-cancel-one",
  input: cancelOneInput,
  run: cancelOne,
  done: (_value, { token }) => manage(token, "change"),
  refused,
});

export const cancelRegistrationAction = formAction({
  name: "event-registration-cancel",
  input: linkInput,
  run: cancelRegistration,
  done: (_value, { token }) => manage(token, "annule"),
  refused,
});

export const reopenRegistrationAction = formAction({
  name: "event-registration-reopen",
  input: reopenInput,
  run: reopenRegistration,
  done: (_value, { token }) => manage(token, "inscrit"),
  refused,
});

export const takeOfferAction = formAction({
  name: "event-offer-take",
  input: linkInput,
  run: takeOffer,
  done: (_value, { token }) => manage(token, "confirme"),
  refused,
});
