"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { alternativeLinks, alternativesOf } from "@/components/bookings/alternative-links";
import { arrivalRefusalKeys, departureRefusalKeys } from "@/components/presence/refusals";
import { checkInHere, checkOutHere } from "@/lib/bookings/presence/commands";
import { checkInHereInput, placeInput } from "@/lib/bookings/presence/schema";
import { localeOf } from "@/lib/core/locale";
import { formAction } from "@/lib/web/form-action";

export const checkInHereAction = formAction({
  name: "check-in-here",
  input: checkInHereInput,
  run: checkInHere,
  done: (_arrived, { slug }) => ({ redirect: `/ici/${slug}?fait=arrivee` }),
  refused: async ({ refusal, data }) => {
    const [t, words, language] = await Promise.all([
      getTranslations("presence"),
      getTranslations("bookings"),
      getLocale(),
    ]);
    // What was said of the booking may be of a minute ago; a wrong code changes nothing.
    if (refusal !== "wrong_code") revalidatePath("/ici/[slug]", "page");
    const alternatives = alternativeLinks(alternativesOf(data), localeOf(language), words);
    return { message: t(arrivalRefusalKeys[refusal]), data: { alternatives } };
  },
  returnTo: ({ slug, code }) => `/ici/${slug}?code=${encodeURIComponent(String(code ?? ""))}`,
});

export const checkOutHereAction = formAction({
  name: "check-out-here",
  input: placeInput,
  run: checkOutHere,
  done: (_left, { slug }) => ({ redirect: `/ici/${slug}?fait=depart` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("presence"))(departureRefusalKeys[refusal]),
  }),
  returnTo: ({ slug }) => `/ici/${slug}`,
});
