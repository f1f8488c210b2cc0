"use server";

import { getTranslations } from "next-intl/server";
import { waitingLinks, waitingRefusalState } from "@/components/bookings/waiting-refusal-state";
import { leavingRefusalKeys, offerRefusalKeys } from "@/components/bookings/waiting-refusals";
import { acceptOffer, leaveWaitingList } from "@/lib/bookings/waiting-list/answers/commands";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import { waitForPartInput, waitingEntryInput } from "@/lib/bookings/waiting-list/schema";
import { formAction } from "@/lib/web/form-action";

const listPage = "/mon-espace/liste-attente";

export const joinWaitingListAction = formAction({
  name: "join-waiting-list",
  input: waitForPartInput,
  run: joinWaitingList,
  done: () => ({ redirect: `${listPage}?inscription=1` }),
  refused: waitingRefusalState,
  returnTo: ({ slug, day, part, kind }) =>
    `/reserver?lieu=${slug}&jour=${day}&moment=${part}&type=${kind ?? ""}`,
});

export const acceptOfferAction = formAction({
  name: "accept-offer",
  input: waitingEntryInput,
  run: acceptOffer,
  done: ({ bookingIds: [first, ...others] }) => ({
    redirect:
      first && others.length === 0 ? `/mon-espace/reservations/${first}?faite=1` : "/mon-espace",
  }),
  refused: async ({ refusal, data }) => ({
    message: (await getTranslations("waitingList"))(offerRefusalKeys[refusal]),
    data: { alternatives: await waitingLinks(data ?? {}) },
  }),
});

export const leaveWaitingListAction = formAction({
  name: "leave-waiting-list",
  input: waitingEntryInput,
  run: leaveWaitingList,
  done: () => ({ redirect: `${listPage}?partie=1` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("waitingList"))(leavingRefusalKeys[refusal]),
  }),
});
