"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { bookForInput } from "@/lib/bookings/hosted/schema";
import { formAction } from "@/lib/web/form-action";

export const bookForAction = formAction({
  name: "book-for",
  input: bookForInput,
  run: bookFor,
  done: (_booked, input) => {
    revalidatePath("/hote/[slug]", "layout");
    return { redirect: `/hote/${input.slug}${"day" in input ? `?jour=${input.day}` : ""}` };
  },
  refused: async ({ refusal, data }) => {
    if (refusal === "unknown_person") {
      return { message: (await getTranslations("host"))("walkInRefusals.unknown_person") };
    }
    return bookingRefusalState({ ok: false, refusal, data });
  },
});
