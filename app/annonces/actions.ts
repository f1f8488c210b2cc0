"use server";

import { getTranslations } from "next-intl/server";
import { adRefusalKeys } from "@/components/ads/refusals";
import { closeAd, editAd, postAd, renewAd, reopenAd } from "@/lib/members/ads/commands";
import { adIdInput, adInput, editAdInput } from "@/lib/members/ads/schema";
import { formAction } from "@/lib/web/form-action";

export const postAdAction = formAction({
  name: "post-ad",
  input: adInput,
  run: postAd,
  done: ({ id }) => ({ redirect: `/annonces/${id}?publiee=1` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("ads"))(adRefusalKeys[refusal]),
  }),
});

export const editAdAction = formAction({
  name: "edit-ad",
  input: editAdInput,
  run: editAd,
  done: ({ id }) => ({ redirect: `/annonces/${id}?modifiee=1` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("ads"))(adRefusalKeys[refusal]),
  }),
});

export const closeAdAction = formAction({
  name: "close-ad",
  input: adIdInput,
  run: closeAd,
  done: () => ({ redirect: "/mon-espace/annonces?fait=arretee" }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("ads"))(adRefusalKeys[refusal]),
  }),
});

export const reopenAdAction = formAction({
  name: "reopen-ad",
  input: adIdInput,
  run: reopenAd,
  done: () => ({ redirect: "/mon-espace/annonces?fait=remise" }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("ads"))(adRefusalKeys[refusal]),
  }),
});

export const renewAdAction = formAction({
  name: "renew-ad",
  input: adIdInput,
  run: renewAd,
  done: () => ({ redirect: "/mon-espace/annonces?fait=prolongee" }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("ads"))(adRefusalKeys[refusal]),
  }),
});
