"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { absenceRefusalKeys } from "@/components/series/refusals";
import { cancelRange } from "@/lib/bookings/absences/commands";
import { cancelRangeInput } from "@/lib/bookings/absences/schema";
import { formAction } from "@/lib/web/form-action";

export const cancelRangeAction = formAction({
  name: "absence",
  input: cancelRangeInput,
  run: cancelRange,
  done: ({ cancelled, kept, givenUp }) => ({
    redirect: `/mon-espace/absence?annulees=${cancelled}&gardees=${kept}&dates=${givenUp}`,
  }),
  refused: async ({ refusal }) => {
    revalidatePath("/mon-espace/absence");
    return { message: (await getTranslations("series"))(absenceRefusalKeys[refusal]) };
  },
  returnTo: () => "/mon-espace/absence",
});
