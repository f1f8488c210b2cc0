"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { commuteRefusalWords } from "@/components/travel/refusals";
import { localeOf } from "@/lib/core/locale";
import { saveCommute, withdrawCommute } from "@/lib/reports/commutes/commands";
import { commuteInput } from "@/lib/reports/commutes/schema";
import { formAction } from "@/lib/web/form-action";

const address = "/mon-espace/trajets";

export const saveCommuteAction = formAction({
  name: "commute",
  input: commuteInput,
  run: saveCommute,
  done: () => ({ redirect: `${address}?fait=enregistre` }),
  refused: async (refused) => {
    const [t, language] = await Promise.all([getTranslations("travel"), getLocale()]);
    return commuteRefusalWords(refused, t, localeOf(language));
  },
  returnTo: () => address,
});

export const withdrawCommuteAction = formAction({
  name: "commute-withdraw",
  input: z.strictObject({}),
  run: (actor) => withdrawCommute(actor),
  done: () => ({ redirect: `${address}?fait=retire` }),
  refused: ({ refusal }) => ({ message: refusal }),
  returnTo: () => address,
});
