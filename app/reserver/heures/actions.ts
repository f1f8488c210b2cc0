"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import { waitingRefusalState } from "@/components/bookings/waiting-refusal-state";
import { hoursAddress } from "@/lib/bookings/addresses/rules";
import { bookResource } from "@/lib/bookings/commands";
import { hoursForm } from "@/lib/bookings/hours/schema";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import { waitForHoursInput } from "@/lib/bookings/waiting-list/schema";
import { dayOf } from "@/lib/core/day";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { formAction } from "@/lib/web/form-action";

/** The page of those very hours, where one may wait for them. */
async function waitLink({ slug, resourceId, startsAt, minutes }: z.infer<typeof hoursForm>) {
  const [{ calendar }, t] = await Promise.all([getSpaceBySlug(slug), getTranslations("hours")]);
  const { timeZone } = calendar;
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const day = dayOf(startsAt, timeZone);
  const asked = { slug, timeZone, day, resource: { id: resourceId }, startsAt, endsAt };
  return { href: `${hoursAddress(asked)}#attendre`, label: t("waitLink") };
}

export const bookHoursAction = formAction({
  name: "book-hours",
  input: hoursForm,
  run: (actor, { minutes, startsAt, ...wish }) => {
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    return bookResource(actor, { ...wish, startsAt, endsAt });
  },
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}?faite=1` }),
  refused: async (refusal, input) => {
    revalidatePath("/reserver/heures", "page");
    const words = await bookingRefusalState(refusal);
    if (refusal.refusal !== "slot_taken") return words;
    return {
      ...words,
      data: { alternatives: [...words.data.alternatives, await waitLink(input)] },
    };
  },
  returnTo: ({ slug, resourceId }) => `/reserver/heures?lieu=${slug}&poste=${resourceId ?? ""}`,
});

export const waitForHoursAction = formAction({
  name: "wait-for-hours",
  input: waitForHoursInput,
  run: joinWaitingList,
  done: () => ({ redirect: "/mon-espace/liste-attente?inscription=1" }),
  refused: waitingRefusalState,
});
