"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { registrationRefusalWords } from "@/components/registrations/refusal-words";
import type { registrationRefusalKeys } from "@/components/registrations/refusals";
import type { Actor } from "@/lib/core/actor";
import { localeOf } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import {
  registerSomebody,
  removeRegistration,
  resizeRegistration,
  restoreRegistration,
} from "@/lib/events/registrations/hosted/commands";
import {
  type HostedInput,
  hostedInput,
  removeInput,
  resizeInput,
  restoreInput,
} from "@/lib/events/registrations/schema";
import { formAction } from "@/lib/web/form-action";

async function refused(refusal: Refused<keyof typeof registrationRefusalKeys>) {
  const [t, forms] = await Promise.all([
    getTranslations("eventsRegister"),
    getTranslations("forms"),
  ]);
  return registrationRefusalWords(refusal, { t, forms });
}

const list = ({ space, event }: { space: string; event: string }, done: string) => ({
  redirect: `/hote/${space}/evenements/${event}/inscriptions?fait=${done}`,
});

export const registerSomebodyAction = formAction({
  name: "event-register-somebody",
  input: hostedInput,
  run: async (actor: Actor, input: HostedInput) =>
    registerSomebody(actor, { ...input, locale: localeOf(await getLocale()) }),
  done: (_made, input) => list(input, "inscrit"),
  refused,
});

export const removeRegistrationAction = formAction({
  name: "event-registration-remove",
  input: removeInput,
  run: removeRegistration,
  done: (_removed, input) => list(input, "retire"),
  refused,
});

export const resizeRegistrationAction = formAction({
  name: "event-registration-resize",
  input: resizeInput,
  run: resizeRegistration,
  done: (_resized, input) => list(input, "change"),
  refused,
});

export const restoreRegistrationAction = formAction({
  name: "event-registration-restore",
  input: restoreInput,
  run: restoreRegistration,
  done: (_restored, input) => list(input, "remis"),
  refused,
});
