import type { getTranslations } from "next-intl/server";
import { addDays, type Day } from "@/lib/core/day";
import { formatDay, formatMinute } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Space } from "@/lib/spaces/queries";
import { delayOf } from "@/lib/spaces/resources/rules";
import type { ResourceSetup } from "@/lib/spaces/resources/schema";

export type TermWords = Awaited<ReturnType<typeof getTranslations<"terms">>>;
export type Reader = { t: TermWords; locale: Locale; today: Day };
type Setup = Omit<ResourceSetup, "partIds">;
/** What a resource takes from its space where it says nothing itself. */
type SpaceTerms = Pick<Space, "bookingHorizonDays" | "cancelDaysBefore" | "cancelUntilMinute">;
/** One of its terms, in words. */
export type Term = { label: string; words: string };

/** « 90 minutes », « 2 heures ». */
export function delayWords(minutes: number, t: TermWords): string {
  const { count, unit } = delayOf(minutes);
  return t(`delay.${unit}`, { count });
}

/** How it is booked, whatever it is called; what it does not ask is not said. */
export function termsInWords(setup: Setup, space: SpaceTerms, { t, locale }: Reader): Term[] {
  const buffers = bufferWords(setup, t);
  const { quotaCount: count, quotaPeriod: period } = setup;
  return [
    { label: t("words.booked"), words: modeWords(setup, t) },
    ...(buffers ? [{ label: t("words.buffers"), words: buffers }] : []),
    { label: t("words.notice"), words: noticeWords(setup, t) },
    { label: t("words.horizon"), words: horizonWords(setup, space, t) },
    { label: t("words.cancel"), words: cancelWords(setup, space, { t, locale }) },
    ...(count === null
      ? []
      : [{ label: t("words.quota"), words: t("words.quotaSome", { count, period }) }]),
    ...(setup.needsApproval ? [{ label: t("words.approval"), words: t("words.approvalYes") }] : []),
  ];
}

/** « à l’heure, de 30 minutes à 2 heures, par pas de 15 minutes ; à la journée ». */
export function modeWords(setup: Setup, t: TermWords): string {
  const least = delayWords(setup.minMinutes, t);
  const most = delayWords(setup.maxMinutes, t);
  const step = delayWords(setup.stepMinutes, t);
  return setup.modes
    .map((mode) =>
      mode === "hour" ? t("words.modes.hour", { least, most, step }) : t(`words.modes.${mode}`),
    )
    .join(" · ");
}

/** « 10 minutes après chaque réservation »; null when nothing is kept free. */
export function bufferWords(setup: Setup, t: TermWords): string | null {
  const { bufferBeforeMinutes, bufferAfterMinutes } = setup;
  const before = delayWords(bufferBeforeMinutes, t);
  const after = delayWords(bufferAfterMinutes, t);
  if (bufferBeforeMinutes > 0 && bufferAfterMinutes > 0) {
    return t("words.buffersBoth", { before, after });
  }
  if (bufferBeforeMinutes > 0) return t("words.buffersBefore", { before });
  return bufferAfterMinutes > 0 ? t("words.buffersAfter", { after }) : null;
}

export function noticeWords({ noticeMinutes }: Setup, t: TermWords): string {
  if (noticeMinutes === 0) return t("words.noticeNone");
  return t("words.noticeSome", { delay: delayWords(noticeMinutes, t) });
}

function horizonWords({ horizonDays }: Setup, space: SpaceTerms, t: TermWords): string {
  return horizonDays === null
    ? t("words.horizonSpace", { count: space.bookingHorizonDays })
    : t("words.horizonOwn", { count: horizonDays });
}

function cancelWords(
  { cancelNoticeMinutes }: Setup,
  space: SpaceTerms,
  { t, locale }: Omit<Reader, "today">,
): string {
  if (cancelNoticeMinutes === null) return t("words.cancelSpace", spaceDeadline(space, locale));
  const delay = delayWords(cancelNoticeMinutes, t);
  return t("words.cancelOwn", { delay, isFree: cancelNoticeMinutes === 0 ? "yes" : "no" });
}

/** What the sentence on the deadline of the space needs. */
export function spaceDeadline(space: SpaceTerms, locale: Locale): { days: number; time: string } {
  return { days: space.cancelDaysBefore, time: formatMinute(space.cancelUntilMinute, locale) };
}

/** When it is in service, if that is not simply since long and for good. */
export function serviceWords(setup: Setup, { t, locale, today }: Reader): string[] {
  const { inServiceFrom, inServiceUntil } = setup;
  const on = (day: Day) => ({ day: formatDay(day, locale, today) });
  if (inServiceUntil !== null && inServiceUntil <= today) return [t("out", on(inServiceUntil))];
  return [
    ...(inServiceFrom > today ? [t("from", on(inServiceFrom))] : []),
    ...(inServiceUntil === null ? [] : [t("until", on(addDays(inServiceUntil, -1)))]),
  ];
}
