"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { reinstateRefusalState } from "@/components/host/place-refusals";
import { checkInRefusalKeys } from "@/components/host/refusals";
import { releaseRefusalKeys } from "@/components/verbs/refusals";
import { checkOut } from "@/lib/bookings/check-ins/commands";
import type { OfferedVerb } from "@/lib/bookings/offered-verbs/rules";
import { reinstateBooking, releaseBooking } from "@/lib/bookings/releases/commands";
import { hostVerbInput } from "@/lib/bookings/weeks/schema";
import { formAction } from "@/lib/web/form-action";

const said = (verb: OfferedVerb, { slug, bookingId }: { slug: string; bookingId: string }) => {
  revalidatePath("/hote/[slug]", "layout");
  return { redirect: `/hote/${slug}/reservations/${bookingId}?fait=${verb}` };
};

export const reinstateAction = formAction({
  name: "reinstate",
  input: hostVerbInput,
  run: (actor, { bookingId }) => reinstateBooking(actor, { bookingId }),
  done: (_restored, input) => said("reinstate", input),
  refused: (refused, { slug }) => reinstateRefusalState(refused, slug),
});

export const hostReleaseAction = formAction({
  name: "host-give-back",
  input: hostVerbInput,
  run: (actor, { slug: _slug, ...input }) => releaseBooking(actor, input),
  done: (_released, input) => said("release", input),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("verbs"))(releaseRefusalKeys[refusal]),
  }),
});

export const hostLeaveAction = formAction({
  name: "host-leave",
  input: hostVerbInput,
  run: (actor, { bookingId }) => checkOut(actor, { bookingId }),
  done: (_left, input) => said("check_out", input),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("host"))(checkInRefusalKeys[refusal]),
  }),
});
