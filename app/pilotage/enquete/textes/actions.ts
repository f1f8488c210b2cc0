"use server";

import { revalidatePath } from "next/cache";
import { reviewText } from "@/lib/surveys/texts/commands";
import { reviewTextInput } from "@/lib/surveys/texts/schema";
import { formAction } from "@/lib/web/form-action";

export const reviewTextAction = formAction({
  name: "review-text",
  input: reviewTextInput,
  run: reviewText,
  done: () => {
    revalidatePath("/enquete/resultats", "page");
    return { redirect: "/pilotage/enquete/textes?fait=1" };
  },
  refused: () => ({ message: "" }),
});
