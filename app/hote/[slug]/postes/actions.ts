"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { termsRefusalWords } from "@/components/terms/refusal-words";
import { addResources, changeResource } from "@/lib/bookings/terms/commands";
import { localeOf } from "@/lib/core/locale";
import { addResourcesInput, changeResourceInput } from "@/lib/spaces/resources/schema";
import { formAction } from "@/lib/web/form-action";

const words = async () => ({
  t: await getTranslations("terms"),
  locale: localeOf(await getLocale()),
});

export const addResourcesAction = formAction({
  name: "add-resources",
  input: addResourcesInput,
  run: addResources,
  done: ({ ids }, { slug }) => ({ redirect: `/hote/${slug}/postes?ajout=${ids.length}` }),
  refused: async (refused, { slug }) => termsRefusalWords(refused, { slug, ...(await words()) }),
});

export const changeResourceAction = formAction({
  name: "change-resource",
  input: changeResourceInput,
  run: changeResource,
  done: (_changed, { slug }) => ({ redirect: `/hote/${slug}/postes?change=1` }),
  refused: async (refused, { slug, resourceId }) => {
    // The page shows what is said of it now, and sends the mark of that.
    revalidatePath("/hote/[slug]/postes/[id]", "page");
    return termsRefusalWords(refused, { slug, resourceId, ...(await words()) });
  },
});
