import { addDays, type Day, dayOf, instantAt, wallMinuteOf } from "@/lib/core/day";
import { fold } from "@/lib/core/fold";
import type { Locale } from "@/lib/core/locale";
import { type GivingRefusal, type HabilitationName, habilitationName } from "./schema";

/** A name as the database keeps it; what cannot be read is said as nothing. */
export function nameOf(column: unknown): HabilitationName {
  return habilitationName.safeParse(column).data ?? { fr: "" };
}

/** In the reader's language, else in French. */
export function nameIn({ fr, en }: HabilitationName, locale: Locale): string {
  return locale === "en" ? (en ?? fr) : fr;
}

/** Whether two names would be read as one, whatever the case, the accents and the signs. */
export function isSameName(a: HabilitationName, b: HabilitationName): boolean {
  return fold(a.fr) === fold(b.fr);
}

/** That many months later on the wall of a space; the 31st of a shorter month is its last day. */
export function monthsLater(instant: Date, months: number, timeZone: string): Date {
  const day = dayOf(instant, timeZone);
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01` as Day;
  const next = addDays(first, 31);
  const last = addDays(next, -Number(next.slice(8)));
  const onDate = Math.min(date, Number(last.slice(8)));
  return instantAt(addDays(first, onDate - 1), wallMinuteOf(instant, timeZone), timeZone);
}

/** Until when one given at that instant holds; null = for good. */
export function expiryOf(
  { validMonths }: { validMonths: number | null },
  from: Date,
  timeZone: string,
): Date | null {
  return validMonths === null ? null : monthsLater(from, validMonths, timeZone);
}

export type Grant = { habilitationId: string; expiresAt: Date | null; revokedAt: Date | null };

/** Whether a grant holds at that instant, which it no longer does at its very end. */
export function holdsAt({ expiresAt, revokedAt }: Omit<Grant, "habilitationId">, at: Date) {
  return revokedAt === null && (expiresAt === null || expiresAt > at);
}

/** Of several grants of one habilitation, the one that holds longest at that instant; null when none does. */
export function longestOf<One extends Omit<Grant, "habilitationId">>(
  grants: readonly One[],
  at: Date,
): One | null {
  const held = grants.filter((grant) => holdsAt(grant, at));
  return (
    held.toSorted(
      (a, b) =>
        Number(isLater(b.expiresAt, a.expiresAt)) - Number(isLater(a.expiresAt, b.expiresAt)),
    )[0] ?? null
  );
}

/** Of two ends, whether the first comes later; null = never. */
export function isLater(end: Date | null, other: Date | null): boolean {
  return endOf(end) > endOf(other);
}

function endOf(end: Date | null): number {
  return end?.getTime() ?? Number.POSITIVE_INFINITY;
}

/**
 * What becomes of one given by hand until that instant, to somebody who holds the longest of theirs or
 * none: refused when it is over (`already_over`) or held longer (`longer_held`), nothing when held as long.
 */
export function decideGift(
  held: { expiresAt: Date | null } | null,
  expiresAt: Date | null,
  at: Date,
): "given" | "same" | GivingRefusal {
  if (expiresAt && expiresAt <= at) return "already_over";
  if (!held || isLater(expiresAt, held.expiresAt)) return "given";
  return isLater(held.expiresAt, expiresAt) ? "longer_held" : "same";
}

/** How long before its end a person is told. */
export const daysOfWarning = 30;

/** Whether it ends so soon after that instant that its person is to be told. */
export function endsSoon({ expiresAt }: { expiresAt: Date | null }, at: Date): boolean {
  return expiresAt !== null && +expiresAt - +at <= daysOfWarning * 86_400_000;
}
