"use server";

import { getTranslations } from "next-intl/server";
import { cancellationRefusalKeys } from "@/components/bookings/refusals";
import { cancelBooking } from "@/lib/bookings/commands";
import { cancelBookingInput } from "@/lib/bookings/schema";
import { Unauthenticated } from "@/lib/core/errors";
import { updateProfile } from "@/lib/members/commands";
import { profileInput } from "@/lib/members/schema";
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

export const updateProfileAction = formAction({
  name: "profile",
  input: profileInput,
  run: async (actor, input) => {
    if (actor.kind !== "person") throw new Unauthenticated();
    return updateProfile(actor, input);
  },
  done: async () => ({ message: (await getTranslations("members"))("saved") }),
  refused: async () => ({ message: (await getTranslations("members"))("unknownCommune") }),
});
