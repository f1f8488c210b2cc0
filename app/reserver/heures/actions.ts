"use server";

import { revalidatePath } from "next/cache";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import { bookResource } from "@/lib/bookings/commands";
import { hoursForm } from "@/lib/bookings/hours/schema";
import { formAction } from "@/lib/web/form-action";

export const bookHoursAction = formAction({
  name: "book-hours",
  input: hoursForm,
  run: (actor, { minutes, startsAt, ...wish }) => {
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    return bookResource(actor, { ...wish, startsAt, endsAt });
  },
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}?faite=1` }),
  refused: (refusal) => {
    revalidatePath("/reserver/heures", "page");
    return bookingRefusalState(refusal);
  },
  returnTo: ({ slug, resourceId }) => `/reserver/heures?lieu=${slug}&poste=${resourceId ?? ""}`,
});
