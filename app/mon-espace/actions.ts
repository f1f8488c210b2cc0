"use server";

import { getTranslations } from "next-intl/server";
import { cancellationRefusalKeys } from "@/components/bookings/refusals";
import { cancelBooking } from "@/lib/bookings/commands";
import { cancelBookingInput } from "@/lib/bookings/schema";
import { formAction } from "@/lib/web/form-action";

export const cancelBookingAction = formAction({
  name: "cancel",
  input: cancelBookingInput,
  run: cancelBooking,
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("bookings"))(cancellationRefusalKeys[refusal]),
  }),
});
