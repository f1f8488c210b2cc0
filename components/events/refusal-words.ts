import type { getTranslations } from "next-intl/server";
import { alternativesOf } from "@/components/bookings/alternative-links";
import type { AlternativeLink } from "@/components/ui/action-form";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import type { EditingRefusal } from "@/lib/events/editing/schema";
import type { ProposalRefusal } from "@/lib/events/proposals/schema";
import type { RefusedDate, RefusedDates } from "@/lib/events/series/schema";
import { dateRefusalKeys, editingRefusalKeys, proposalRefusalKeys } from "./refusals";

type Words = Awaited<ReturnType<typeof getTranslations<"eventsEdit">>>;

/** Where in the form each kind of possibility is chosen. */
const fieldOf = { desk: "#resourceId", part: "#from", day: "#day" } as const;

/** The sentence of a refusal and, where a room is what is refused, what is free near, at its field. */
export function editingRefusalWords(
  { refusal, data }: Refused<EditingRefusal>,
  slug: string | null,
  t: Words,
  locale: Locale,
): { message: string; data: { alternatives: AlternativeLink[] } } {
  return wordsOf(editingRefusalKeys[refusal], data, slug, t, locale);
}

/** Why it does not open again as it is, and the way out: its form, where another room or day is chosen. */
export function reopeningRefusalWords(
  { refusal, data }: Refused<EditingRefusal>,
  t: Words,
): { message: string; data: { alternatives: AlternativeLink[] } } {
  const message = t(editingRefusalKeys[refusal], { ...noFacts, ...factsOf(data) });
  if (refusal === "event_ended") return { message, data: { alternatives: [] } };
  return {
    message,
    data: {
      alternatives: [
        { href: fieldOf.day, label: t("reopenAnotherDay") },
        { href: "#ou", label: t("reopenElsewhere") },
      ],
    },
  };
}

/** A date of a series that was not had, and why. */
export function refusedDateWords({ day, refusal }: RefusedDate, t: Words, locale: Locale): string {
  return t("repeat.date", { day: formatDay(day, locale), why: t(dateRefusalKeys[refusal]) });
}

/** None of the dates ticked could be had: why of each, as far as the refusal says. */
export function noDateWords(data: unknown, t: Words, locale: Locale): string {
  const refused = isOfDates(data) ? data.refused : [];
  const each = refused.map((date) => refusedDateWords(date, t, locale));
  return [t("repeat.noDate"), ...each].join(" ");
}

function isOfDates(data: unknown): data is RefusedDates {
  return typeof data === "object" && data !== null && "refused" in data;
}

/** The same of what a member proposes. */
export function proposalRefusalWords(
  { refusal, data }: Refused<ProposalRefusal>,
  slug: string,
  t: Words,
  locale: Locale,
): { message: string; data: { alternatives: AlternativeLink[] } } {
  return wordsOf(proposalRefusalKeys[refusal], data, slug, t, locale);
}

type Key = (typeof proposalRefusalKeys)[ProposalRefusal];

function wordsOf(key: Key, data: unknown, slug: string | null, t: Words, locale: Locale) {
  const near = alternativesOf(data).filter((each) => each.slug === slug);
  return {
    message: t(key, { ...noFacts, ...factsOf(data) }),
    data: { alternatives: near.flatMap((each) => linkOf(each, t, locale)).filter(isFirst) },
  };
}

const noFacts = { reason: "", where: "room", most: 0, others: 0, registered: 0 };

function factsOf(data: unknown): Partial<typeof noFacts> {
  return typeof data === "object" && data !== null ? { ...data } : {};
}

/** One a field: what is typed stays, so the link leads to where it is changed. */
function isFirst({ href }: AlternativeLink, index: number, all: AlternativeLink[]): boolean {
  return all.findIndex((each) => each.href === href) === index;
}

function linkOf(near: Alternative, t: Words, locale: Locale): AlternativeLink[] {
  const { differs, timeZone, day } = near;
  const resource = near.resource.name;
  if (differs === "space") return [];
  const words = {
    desk: () => t("nearRoom", { resource }),
    part: () => t("nearHours", { resource, times: formatTimes(near, timeZone, locale) }),
    day: () => t("nearDay", { resource, day: capitalised(formatDay(day, locale), locale) }),
  };
  return [{ href: fieldOf[differs], label: words[differs]() }];
}
