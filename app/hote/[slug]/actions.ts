"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { cancellationRefusalKeys } from "@/components/bookings/refusals";
import {
  checkInRefusalKeys,
  closureRefusalKeys,
  walkInRefusalKeys,
} from "@/components/host/refusals";
import { checkIn, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { announceClosure, withdrawClosure } from "@/lib/bookings/closures/commands";
import { closureInput, withdrawClosureInput } from "@/lib/bookings/closures/schema";
import { cancelBooking } from "@/lib/bookings/commands";
import { bookingIdInput } from "@/lib/bookings/schema";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { walkInInput } from "@/lib/bookings/walk-ins/schema";
import { formAction } from "@/lib/web/form-action";

// Each shows its effect on the page it came from, in place: the list does not jump to the top.
const dayPage = "/hote/[slug]";

export const checkInAction = formAction({
  name: "check-in",
  input: bookingIdInput,
  run: checkIn,
  done: async () => {
    revalidatePath(dayPage, "page");
    return { message: (await getTranslations("host"))("checkedIn") };
  },
  refused: async ({ refusal }) => {
    revalidatePath(dayPage, "page");
    return { message: (await getTranslations("host"))(checkInRefusalKeys[refusal]) };
  },
});

export const undoCheckInAction = formAction({
  name: "undo-check-in",
  input: bookingIdInput,
  run: undoCheckIn,
  done: async () => {
    revalidatePath(dayPage, "page");
    return { message: (await getTranslations("host"))("undone") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("host"))(checkInRefusalKeys[refusal]),
  }),
});

export const releasePlaceAction = formAction({
  name: "release",
  input: bookingIdInput,
  run: cancelBooking,
  done: async () => {
    revalidatePath(dayPage, "page");
    return { message: (await getTranslations("host"))("released") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("bookings"))(cancellationRefusalKeys[refusal]),
  }),
});

export const welcomeWalkInAction = formAction({
  name: "walk-in",
  input: walkInInput,
  run: welcomeWalkIn,
  done: ({ id }, { slug }) => ({ redirect: `/hote/${slug}?passage=${id}` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("host"))(walkInRefusalKeys[refusal]),
  }),
});

export const announceClosureAction = formAction({
  name: "close",
  input: closureInput,
  run: announceClosure,
  done: (_announced, { slug, day }) => ({ redirect: `/hote/${slug}?jour=${day}` }),
  refused: async ({ refusal }) => {
    revalidatePath("/hote/[slug]/fermer", "page");
    return { message: (await getTranslations("host"))(closureRefusalKeys[refusal]) };
  },
});

export const withdrawClosureAction = formAction({
  name: "reopen",
  input: withdrawClosureInput,
  run: withdrawClosure,
  done: async () => {
    revalidatePath(dayPage, "page");
    return { message: (await getTranslations("host"))("reopened") };
  },
  refused: () => ({ message: "" }),
});
