import fc from "fast-check";
import { expect, test } from "vitest";
import { decideSwap, readSwapCode, type Swapped, swapCodeOf } from "@/lib/bookings/swaps/rules";

const at = new Date("2026-06-15T06:00:00Z");
const booking = (personId: string | null, over: Partial<Swapped> = {}): Swapped => ({
  personId,
  state: "confirmed",
  lapsesAt: null,
  startsAt: new Date("2026-06-16T06:30:00Z"),
  endsAt: new Date("2026-06-16T10:30:00Z"),
  checkedInAt: null,
  companions: [],
  capacity: 1,
  needsApproval: false,
  ...over,
});

test("a code is the end of the id, in two groups of four that are read aloud without mistake", () => {
  const id = "0197a5c4-0000-7000-8000-00ffffffffff";
  expect(swapCodeOf(id)).toBe("ZZZZ-ZZZZ");
  expect(readSwapCode("zzzz zzzz")).toBe("ffffffffff");
  expect(readSwapCode("OOOO-OOIL")).toBe("0000000021");
});

test.each(["", "ABC", "ABCD-EFGU", "ABCD-EFGH-J", "é2345678"])("« %s » is no code", (typed) => {
  expect(readSwapCode(typed)).toBeNull();
});

test("every code reads back as the end of its id", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(readSwapCode(swapCodeOf(id))).toBe(id.replaceAll("-", "").slice(-10));
    }),
  );
});

test("two bookings to come of two members are exchanged", () => {
  expect(decideSwap(booking("maelle"), booking("youssef"), at)).toBeNull();
  expect(decideSwap(booking("maelle"), booking("maelle"), at)).toBe("own_booking");
});

test.each([
  ["not sure yet", { state: "requested" as const }],
  ["given up", { state: "cancelled" as const }],
  ["lapsed though nobody wrote it", { lapsesAt: at }],
  ["begun", { startsAt: at }],
  ["somebody there", { checkedInAt: at }],
  ["agreed to in person", { needsApproval: true }],
  ["too many who come along", { companions: ["Ana"] }],
])("%s: neither one's own nor the other's is exchanged", (_name, over) => {
  expect(decideSwap(booking("maelle", over), booking("youssef"), at)).toBe("not_swappable");
  expect(decideSwap(booking("maelle"), booking("youssef", over), at)).toBe("not_swappable");
});

test("somebody known by a name alone exchanges nothing", () => {
  expect(decideSwap(booking("maelle"), booking(null), at)).toBe("not_swappable");
});
