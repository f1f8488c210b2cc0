"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { openingRefusalKeys } from "@/components/openings/refusals";
import { changeOpening } from "@/lib/bookings/opening-changes/commands";
import { changeOpeningInput } from "@/lib/bookings/opening-changes/schema";
import { formAction } from "@/lib/web/form-action";

export const changeOpeningAction = formAction({
  name: "change-opening",
  input: changeOpeningInput,
  run: changeOpening,
  done: (_settled, { slug }) => ({ redirect: `/hote/${slug}/horaires?change=1` }),
  refused: async ({ refusal }) => {
    revalidatePath("/hote/[slug]/horaires", "page");
    return { message: (await getTranslations("openings"))(openingRefusalKeys[refusal]) };
  },
});
