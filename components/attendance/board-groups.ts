import type { getTranslations } from "next-intl/server";
import { named } from "@/lib/core/elision";
import type { SheetPerson } from "@/lib/events/attendance/queries";
import type { BoardGroup, BoardPerson } from "./attendance-board";

export type DayWords = Awaited<ReturnType<typeof getTranslations<"eventsDay">>>;

/** Those who have a seat, then those who wait; whoever has no name is said by whom they come with. */
export function boardGroups(people: readonly SheetPerson[], t: DayWords): BoardGroup[] {
  const of = (isWaiting: boolean) =>
    people.filter((person) => person.isWaiting === isWaiting).map((person) => said(person, t));
  return [
    { title: t("people"), people: of(false) },
    { title: t("waiting"), people: of(true) },
  ].filter((group) => group.people.length > 0);
}

function said(person: SheetPerson, t: DayWords): BoardPerson {
  const { id, name, registeredBy, position, isPresent, isCancelled } = person;
  const label = name ?? t("companion", named(registeredBy));
  const company = position > 0 && name ? t("with", { name: registeredBy }) : null;
  return { id, label, isPresent, note: isCancelled ? t("cancelled") : company };
}
