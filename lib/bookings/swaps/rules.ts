import type { Interval } from "@/lib/core/interval";
import { type Holding, stateAt } from "../states/rules";
import type { SwapRefusal } from "./schema";

/** Digits that are not mistaken for one another when read aloud (Crockford's base 32). */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 8;
const hexLength = 10;

/**
 * The code by which a member names a booking to another: the last forty bits of its id, « 7KQ2-M4XD ».
 * It opens nothing: it only lets an exchange be proposed.
 */
export function swapCodeOf(bookingId: string): string {
  let rest = BigInt(`0x${bookingId.replaceAll("-", "").slice(-hexLength)}`);
  let code = "";
  for (let count = 0; count < codeLength; count += 1) {
    code = (digits[Number(rest % 32n)] ?? "") + code;
    rest /= 32n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The end of the id a typed code means (ten hexadecimal digits); null when it is none. */
export function readSwapCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (code.length !== codeLength) return null;
  let value = 0n;
  for (const digit of code) {
    const worth = digits.indexOf(digit);
    if (worth === -1) return null;
    value = value * 32n + BigInt(worth);
  }
  return value.toString(16).padStart(hexLength, "0");
}

export type Swapped = Holding &
  Interval & {
    personId: string | null;
    checkedInAt: Date | null;
    companions: string[];
    capacity: number;
    needsApproval: boolean;
  };

/**
 * Whether these two may be exchanged at that instant: both sure, to come, of two members, where no host
 * agreed to one of them in person, each with room for those who come along with the other.
 */
export function decideSwap(offered: Swapped, wanted: Swapped, at: Date): SwapRefusal | null {
  if (offered.personId === wanted.personId) return "own_booking";
  const fits =
    offered.companions.length < wanted.capacity && wanted.companions.length < offered.capacity;
  return isSwappable(offered, at) && isSwappable(wanted, at) && fits ? null : "not_swappable";
}

/** Sure, to come, of a member, nobody there yet, and not agreed to in person. */
export function isSwappable(booking: Omit<Swapped, "companions" | "capacity">, at: Date): boolean {
  return (
    booking.personId !== null &&
    stateAt(booking, at) === "confirmed" &&
    booking.startsAt > at &&
    !booking.checkedInAt &&
    !booking.needsApproval
  );
}
