"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { renewCheckInCode } from "@/lib/bookings/presence/commands";
import { placeInput } from "@/lib/bookings/presence/schema";
import { formAction } from "@/lib/web/form-action";

export const renewCheckInCodeAction = formAction({
  name: "renew-code",
  input: placeInput,
  run: renewCheckInCode,
  done: async ({ isFirst }) => {
    revalidatePath("/hote/[slug]/affiche", "page");
    const t = await getTranslations("presence");
    return { message: t(isFirst ? "poster.made" : "poster.renewed") };
  },
  refused: () => ({ message: "" }),
});
