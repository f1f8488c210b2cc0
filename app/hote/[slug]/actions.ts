"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { alternativeLinks, alternativesOf } from "@/components/bookings/alternative-links";
import { cancellationRefusalKeys } from "@/components/bookings/refusals";
import { checkInRefusalKeys, walkInRefusalKeys } from "@/components/host/refusals";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { cancelBooking } from "@/lib/bookings/commands";
import { bookingIdInput } from "@/lib/bookings/schema";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { walkInInput } from "@/lib/bookings/walk-ins/schema";
import { localeOf } from "@/lib/core/locale";
import { formAction } from "@/lib/web/form-action";

type Words = Awaited<ReturnType<typeof getTranslations<"host">>>;

const inWords = async (key: Parameters<Words>[0]) => ({
  message: (await getTranslations("host"))(key),
});

/** The same, with the free places a refusal came with. */
const withPlaces = async (key: Parameters<Words>[0], data: unknown) => {
  const [words, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
  const alternatives = alternativeLinks(alternativesOf(data), localeOf(language), words);
  return { ...(await inWords(key)), data: { alternatives } };
};

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
  refused: ({ refusal, data }) => {
    revalidatePath("/hote/[slug]", "page");
    return withPlaces(checkInRefusalKeys[refusal], data);
  },
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
  refused: ({ refusal, data }) => withPlaces(walkInRefusalKeys[refusal], data),
});
