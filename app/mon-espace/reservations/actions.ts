"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import { companyRefusalKeys } from "@/components/company/refusals";
import { moveRefusalState } from "@/components/verbs/move-refusal-state";
import { leaveRefusalKeys, releaseRefusalKeys, swapRefusalKeys } from "@/components/verbs/refusals";
import { checkOut } from "@/lib/bookings/check-ins/commands";
import { chooseShown } from "@/lib/bookings/company/commands";
import { chooseShownInput } from "@/lib/bookings/company/schema";
import { changeDetails } from "@/lib/bookings/details/commands";
import { detailsForm } from "@/lib/bookings/details/schema";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { moveForm } from "@/lib/bookings/moves/schema";
import { releaseBooking } from "@/lib/bookings/releases/commands";
import { bookingIdInput, cancelBookingInput } from "@/lib/bookings/schema";
import { acceptSwap, declineSwap, proposeSwap, withdrawSwap } from "@/lib/bookings/swaps/commands";
import { proposeSwapInput, swapIdInput } from "@/lib/bookings/swaps/schema";
import { formAction } from "@/lib/web/form-action";

const pages = "/mon-espace/reservations/[id]";

export const moveBookingAction = formAction({
  name: "move",
  input: moveForm,
  run: (actor, { slug: _slug, ...move }) => moveBooking(actor, move),
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}?deplacee=1` }),
  refused: (refused, { bookingId, slug }) => {
    revalidatePath(`${pages}/deplacer`, "page");
    return moveRefusalState(refused, { bookingId, slug });
  },
});

export const changeDetailsAction = formAction({
  name: "change-details",
  input: detailsForm,
  run: changeDetails,
  done: async () => {
    revalidatePath(pages, "page");
    return { message: (await getTranslations("hours"))("detailsSaved") };
  },
  refused: async ({ refusal, data }) =>
    refusal === "too_many_people" || refusal === "house_full"
      ? bookingRefusalState({ ok: false, refusal, data })
      : { message: (await getTranslations("hours"))("detailsEnded") },
});

export const chooseShownAction = formAction({
  name: "choose-shown",
  input: chooseShownInput,
  run: chooseShown,
  done: async () => {
    revalidatePath(pages, "page");
    return { message: (await getTranslations("company"))("changed") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("company"))(companyRefusalKeys[refusal]),
  }),
});

export const releaseBookingAction = formAction({
  name: "give-back",
  input: cancelBookingInput,
  run: releaseBooking,
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("verbs"))(releaseRefusalKeys[refusal]),
  }),
});

export const leaveEarlyAction = formAction({
  name: "leave-early",
  input: bookingIdInput,
  run: checkOut,
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}?partie=1` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("verbs"))(leaveRefusalKeys[refusal]),
  }),
});

export const proposeSwapAction = formAction({
  name: "propose-swap",
  input: proposeSwapInput,
  run: proposeSwap,
  done: async () => {
    revalidatePath(`${pages}/echanger`, "page");
    return { message: (await getTranslations("verbs"))("swap.proposed") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("verbs"))(swapRefusalKeys[refusal]),
  }),
});

export const acceptSwapAction = formAction({
  name: "accept-swap",
  input: swapIdInput,
  run: acceptSwap,
  done: ({ bookingId }) => ({ redirect: `/mon-espace/reservations/${bookingId}?echangee=1` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("verbs"))(swapRefusalKeys[refusal]),
  }),
});

export const declineSwapAction = formAction({
  name: "decline-swap",
  input: swapIdInput,
  run: declineSwap,
  done: async () => {
    revalidatePath(`${pages}/echanger`, "page");
    return { message: (await getTranslations("verbs"))("swap.declined") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("verbs"))(swapRefusalKeys[refusal]),
  }),
});

export const withdrawSwapAction = formAction({
  name: "withdraw-swap",
  input: swapIdInput,
  run: withdrawSwap,
  done: async () => {
    revalidatePath(`${pages}/echanger`, "page");
    return { message: (await getTranslations("verbs"))("swap.withdrawn") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("verbs"))(swapRefusalKeys[refusal]),
  }),
});
