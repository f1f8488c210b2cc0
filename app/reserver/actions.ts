"use server";

import { revalidatePath } from "next/cache";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import { bookResource } from "@/lib/bookings/commands";
import { bookPartForm } from "@/lib/bookings/schema";
import { formAction } from "@/lib/web/form-action";

export const bookResourceAction = formAction({
  name: "book",
  input: bookPartForm,
  run: bookResource,
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}?faite=1` }),
  refused: (refusal) => {
    // What was free when the page was made is not any more: the list must say so.
    revalidatePath("/reserver", "page");
    return bookingRefusalState(refusal);
  },
  returnTo: ({ slug, day, part, resourceId, kind }) =>
    `/reserver?lieu=${slug}&jour=${day}&moment=${part}&poste=${resourceId ?? ""}&type=${kind ?? ""}`,
});
