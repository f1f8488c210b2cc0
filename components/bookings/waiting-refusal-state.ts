import { getLocale, getTranslations } from "next-intl/server";
import type { AlternativeLink } from "@/components/ui/action-form";
import { alternativeAddress } from "@/lib/bookings/addresses/rules";
import type { WaitingRefusalData } from "@/lib/bookings/waiting-list/commands";
import type { WaitingRefusal } from "@/lib/bookings/waiting-list/schema";
import { localeOf } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import { alternativeLinks } from "./alternative-links";
import { habilitationLinks } from "./habilitation-link";
import { waitingRefusalKeys } from "./waiting-refusals";

/** Why nobody waits for that, in words, with what can be had now and the other possibilities as links. */
export async function waitingRefusalState({ refusal, data }: Refused<WaitingRefusal>) {
  const t = await getTranslations();
  const own =
    refusal === "already_waiting"
      ? [{ href: "/mon-espace/liste-attente", label: t("waitingList.myList") }]
      : [];
  const links = [...(await habilitationLinks(data)), ...(await waitingLinks(data ?? {}))];
  return { message: t(waitingRefusalKeys[refusal]), data: { alternatives: [...own, ...links] } };
}

/** What a refusal of the waiting list says, as links. */
export async function waitingLinks(data: WaitingRefusalData): Promise<AlternativeLink[]> {
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
