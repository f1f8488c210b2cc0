"use server";

import { bookingRefusalState } from "@/components/bookings/refusal-state";
import { bookResource } from "@/lib/bookings/commands";
import { bookResourceInput } from "@/lib/bookings/schema";
import { formAction } from "@/lib/web/form-action";

export const bookResourceAction = formAction({
  name: "book",
  input: bookResourceInput,
  run: bookResource,
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}?faite=1` }),
  refused: bookingRefusalState,
  returnTo: ({ slug, day, part, resourceId, kind }) =>
    `/reserver?lieu=${slug}&jour=${day}&moment=${part}&poste=${resourceId ?? ""}&type=${kind ?? ""}`,
});
