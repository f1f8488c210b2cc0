"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { alternativeLinks } from "@/components/bookings/alternative-links";
import {
  leavingRefusalKeys,
  offerRefusalKeys,
  waitingRefusalKeys,
} from "@/components/bookings/waiting-refusals";
import type { AlternativeLink } from "@/components/ui/action-form";
import { alternativeAddress } from "@/lib/bookings/addresses/rules";
import { acceptOffer, leaveWaitingList } from "@/lib/bookings/waiting-list/answers/commands";
import { joinWaitingList, type WaitingRefusalData } from "@/lib/bookings/waiting-list/commands";
import { waitForPartInput, waitingEntryInput } from "@/lib/bookings/waiting-list/schema";
import { localeOf } from "@/lib/core/locale";
import { formAction } from "@/lib/web/form-action";

const listPage = "/mon-espace/liste-attente";

async function linksOf(data: WaitingRefusalData): Promise<AlternativeLink[]> {
  const [t, bookings, language] = await Promise.all([
    getTranslations("waitingList"),
    getTranslations("bookings"),
    getLocale(),
  ]);
  const { free, bookingId, alternatives = [] } = data;
  return [
    ...(free
      ? [{ href: alternativeAddress(free), label: t("bookFree", { resource: free.resource.name }) }]
      : []),
    ...(bookingId
      ? [{ href: `/mon-espace/reservations/${bookingId}`, label: t("ownBooking") }]
      : []),
    ...alternativeLinks(alternatives, localeOf(language), bookings),
  ];
}

export const joinWaitingListAction = formAction({
  name: "join-waiting-list",
  input: waitForPartInput,
  run: joinWaitingList,
  done: () => ({ redirect: `${listPage}?inscription=1` }),
  refused: async ({ refusal, data }) => {
    const t = await getTranslations();
    const own =
      refusal === "already_waiting" ? [{ href: listPage, label: t("waitingList.myList") }] : [];
    const links = await linksOf(data ?? {});
    return { message: t(waitingRefusalKeys[refusal]), data: { alternatives: [...own, ...links] } };
  },
  returnTo: ({ slug, day, part }) => `/reserver?lieu=${slug}&jour=${day}&moment=${part}`,
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
    data: { alternatives: await linksOf(data ?? {}) },
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
