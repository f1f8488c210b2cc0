"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { cancellationRefusalKeys } from "@/components/bookings/refusals";
import { checkInRefusalKeys, walkInRefusalKeys } from "@/components/host/refusals";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { cancelBooking } from "@/lib/bookings/commands";
import { bookingIdInput } from "@/lib/bookings/schema";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { walkInInput } from "@/lib/bookings/walk-ins/schema";
import { formAction } from "@/lib/web/form-action";

type Words = Awaited<ReturnType<typeof getTranslations<"host">>>;

const inWords = async (key: Parameters<Words>[0]) => ({
  message: (await getTranslations("host"))(key),
});

/** Shows the effect on the page it came from, in place: the list does not jump to the top. */
const shown = (key: Parameters<Words>[0]) => {
  revalidatePath("/hote/[slug]", "page");
  return inWords(key);
};

export const checkInAction = formAction({
  name: "check-in",
  input: bookingIdInput,
  run: checkIn,
  done: () => shown("checkedIn"),
  refused: ({ refusal }) => shown(checkInRefusalKeys[refusal]),
});

export const undoCheckInAction = formAction({
  name: "undo-check-in",
  input: bookingIdInput,
  run: undoCheckIn,
  done: () => shown("undone"),
  refused: ({ refusal }) => inWords(checkInRefusalKeys[refusal]),
});

export const checkOutAction = formAction({
  name: "check-out",
  input: bookingIdInput,
  run: checkOut,
  done: async () => {
    revalidatePath("/hote/[slug]", "page");
    return { message: (await getTranslations("board"))("departed") };
  },
  refused: ({ refusal }) => shown(checkInRefusalKeys[refusal]),
});

export const markNoShowAction = formAction({
  name: "no-show",
  input: bookingIdInput,
  run: markNoShow,
  done: async () => {
    revalidatePath("/hote/[slug]", "page");
    return { message: (await getTranslations("board"))("absenceNoted") };
  },
  refused: ({ refusal }) => shown(checkInRefusalKeys[refusal]),
});

export const releasePlaceAction = formAction({
  name: "release",
  input: bookingIdInput,
  run: cancelBooking,
  done: () => shown("released"),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("bookings"))(cancellationRefusalKeys[refusal]),
  }),
});

export const welcomeWalkInAction = formAction({
  name: "walk-in",
  input: walkInInput,
  run: welcomeWalkIn,
  done: ({ id }, { slug }) => ({ redirect: `/hote/${slug}?passage=${id}` }),
  refused: ({ refusal }) => inWords(walkInRefusalKeys[refusal]),
});
