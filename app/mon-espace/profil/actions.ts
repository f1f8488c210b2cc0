"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { profileRefusalWords } from "@/components/members/refusal-words";
import { Unauthenticated } from "@/lib/core/errors";
import { localeOf } from "@/lib/core/locale";
import { unblockPerson } from "@/lib/members/blocks/commands";
import { blockInput } from "@/lib/members/blocks/schema";
import { saveProfile } from "@/lib/members/profiles/commands";
import { profileInput } from "@/lib/members/profiles/schema";
import { formAction } from "@/lib/web/form-action";

const address = "/mon-espace/profil";

export const saveProfileAction = formAction({
  name: "profile",
  input: profileInput,
  run: async (actor, input) => {
    if (actor.kind !== "person") throw new Unauthenticated();
    return saveProfile(actor, input);
  },
  done: () => ({ redirect: `${address}?fait=enregistre` }),
  refused: async (refused) => {
    const [t, language] = await Promise.all([getTranslations("profile"), getLocale()]);
    return profileRefusalWords(refused, t, localeOf(language));
  },
  returnTo: () => address,
});

export const unblockPersonAction = formAction({
  name: "unblock",
  input: blockInput,
  run: async (actor, input) => {
    if (actor.kind !== "person") throw new Unauthenticated();
    return unblockPerson(actor, input);
  },
  done: () => ({ redirect: `${address}?fait=debloque` }),
  refused: ({ refusal }) => ({ message: refusal }),
  returnTo: () => address,
});
