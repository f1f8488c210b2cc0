"use server";

import { revalidatePath } from "next/cache";
import { bookForRefusalState } from "@/components/host/place-refusals";
import { bookInCell } from "@/lib/bookings/weeks/commands";
import { bookInCellInput } from "@/lib/bookings/weeks/schema";
import { formAction } from "@/lib/web/form-action";

export const bookForAction = formAction({
  name: "book-for",
  input: bookInCellInput,
  run: bookInCell,
  done: (_booked, { slug, day }) => {
    revalidatePath("/hote/[slug]", "layout");
    return { redirect: `/hote/${slug}?jour=${day}` };
  },
  refused: (refused, { slug, personId }) => bookForRefusalState(refused, slug, personId),
});
