import fc from "fast-check";
import { expect, test } from "vitest";
import { type LineEntry, nextOffered, seatsHeld, seatsLeft } from "@/lib/events/seats/rules";

const at = new Date("2026-06-15T06:00:00Z");
const before = new Date(at.getTime() - 1);
const after = new Date(at.getTime() + 1);

function entry(overrides: Partial<LineEntry>, rank = 1): LineEntry {
  return {
    id: `r${rank}`,
    state: "confirmed",
    quantity: 1,
    rank: BigInt(rank),
    offerUntil: null,
    ...overrides,
  };
}

test("an offer holds its seats until its end and not at its end, whatever the row says", () => {
  const offered = (offerUntil: Date) => [entry({ state: "offered", quantity: 2, offerUntil })];
  expect(seatsHeld(offered(after), at)).toBe(2);
  expect(seatsHeld(offered(at), at)).toBe(0);
  expect(seatsHeld(offered(before), at)).toBe(0);
});

test("whoever needs more than there is keeps their turn and is passed over", () => {
  const line = [
    entry({ state: "waiting", quantity: 3 }, 1),
    entry({ state: "waiting", quantity: 1 }, 2),
    entry({ state: "waiting", quantity: 1 }, 3),
  ];
  expect(nextOffered(2, line, at).map(({ id }) => id)).toEqual(["r2", "r3"]);
  expect(nextOffered(3, line, at).map(({ id }) => id)).toEqual(["r1"]);
});

test("somebody new takes what the line is not due", () => {
  const line = [
    entry({ quantity: 8 }, 1),
    entry({ state: "offered", quantity: 1, offerUntil: at }, 2),
    entry({ state: "waiting", quantity: 1 }, 3),
  ];
  // Ten seats, eight held; one offer has just ended, one person waits.
  expect(seatsLeft(10, line, at)).toBe(1);
});

const lines = fc
  .array(
    fc.record({
      state: fc.constantFrom("confirmed" as const, "waiting" as const, "offered" as const),
      quantity: fc.integer({ min: 1, max: 5 }),
      ends: fc.constantFrom(before, at, after),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ state, quantity, ends }, index) =>
      entry({ state, quantity, offerUntil: state === "offered" ? ends : null }, index + 1),
    ),
  );

test("what is offered never passes the seats, and nobody who would still fit is left waiting", () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 60 }), (line, capacity) => {
      const held = seatsHeld(line, at);
      const next = nextOffered(capacity, line, at);
      const due = next.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(due).toBeLessThanOrEqual(Math.max(0, capacity - held));
      const free = capacity - held - due;
      const left = line.filter((one) => one.state === "waiting" && !next.includes(one));
      for (const { quantity } of left) expect(quantity).toBeGreaterThan(free);
      expect(seatsLeft(capacity, line, at)).toBe(Math.max(0, free));
    }),
  );
});
