import type { Interval } from "@/lib/core/interval";
import { type Holding, stateAt } from "../states/rules";
import { codeAlphabet, codeLength } from "./schema";

/** Whoever comes a little early is there already. */
const earlyMinutes = 30;

/** A code for the poster out of that many random bytes, one a character. */
export function codeOf(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, codeLength), (byte) =>
    codeAlphabet.charAt(byte % codeAlphabet.length),
  ).join("");
}

/** What was typed as the poster writes it. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** « ABC DEF », to be read aloud or typed. */
export function spacedCode(code: string): string {
  return `${code.slice(0, codeLength / 2)}\u00a0${code.slice(codeLength / 2)}`;
}

export type PresenceFacts = Interval &
  Holding & { id: string; checkedInAt: Date | null; checkedOutAt: Date | null };

export type ArrivalHere<Booking> =
  | { kind: "arrive"; booking: Booking }
  | { kind: "already_there"; booking: Booking }
  | { kind: "nothing_now" };

/**
 * The booking an arrival at that instant is of, among one person's in one space: those that may be
 * arrived at from half an hour before their start to their end. One that has begun comes before one to
 * come, one still held before one given back after the grace, the earliest first.
 */
export function arrivalAmong<Booking extends PresenceFacts>(
  bookings: Booking[],
  at: Date,
): ArrivalHere<Booking> {
  const here = bookings.filter(
    ({ startsAt, endsAt }) =>
      startsAt.getTime() - earlyMinutes * 60_000 <= at.getTime() && at < endsAt,
  );
  const awaited = here
    .filter((booking) => !booking.checkedInAt && isAwaited(stateAt(booking, at)))
    .sort((a, b) => rankOf(a, at) - rankOf(b, at) || +a.startsAt - +b.startsAt);
  const [first] = awaited;
  if (first) return { kind: "arrive", booking: first };
  const there = presentAmong(here, at);
  return there ? { kind: "already_there", booking: there } : { kind: "nothing_now" };
}

function isAwaited(state: string): boolean {
  return state === "confirmed" || state === "no_show";
}

function rankOf(booking: PresenceFacts, at: Date): number {
  const isLost = stateAt(booking, at) === "no_show" ? 2 : 0;
  return isLost + (booking.startsAt > at ? 1 : 0);
}

/** The booking by which the person is there at that instant; the one that ends last. */
export function presentAmong<Booking extends PresenceFacts>(
  bookings: Booking[],
  at: Date,
): Booking | null {
  const there = bookings.filter(
    ({ state, checkedInAt, checkedOutAt, endsAt }) =>
      state === "confirmed" && checkedInAt !== null && checkedOutAt === null && at < endsAt,
  );
  return there.sort((a, b) => +b.endsAt - +a.endsAt)[0] ?? null;
}
