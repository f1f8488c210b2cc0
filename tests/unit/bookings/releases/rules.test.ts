import { expect, test } from "vitest";
import { decideReinstatement, decideRelease } from "@/lib/bookings/releases/rules";

/** A Tuesday hour in France. */
const hour = (at: number) => new Date(Date.UTC(2026, 5, 16) + (at - 2) * 3_600_000);
const booking = {
  state: "confirmed" as const,
  lapsesAt: null,
  startsAt: hour(9),
  endsAt: hour(12),
  checkedInAt: null,
  cancellableUntil: new Date("2026-06-15T16:00:00Z"),
};

test("the member cancels until the deadline, then gives back until the end; a host at any time before", () => {
  expect(decideRelease(booking, false, new Date("2026-06-15T15:59:00Z"))).toBe("still_cancellable");
  expect(decideRelease(booking, false, booking.cancellableUntil)).toBeNull();
  expect(decideRelease(booking, false, hour(11.99))).toBeNull();
  expect(decideRelease(booking, false, hour(12))).toBe("too_late_to_release");
  expect(decideRelease(booking, true, new Date("2026-06-15T06:00:00Z"))).toBeNull();
});

test("whoever is there leaves instead; what has ended or lapsed is not given back", () => {
  const there = { ...booking, checkedInAt: hour(9) };
  expect(decideRelease(there, true, hour(10))).toBe("already_checked_in");
  expect(decideRelease({ ...booking, lapsesAt: hour(9.5) }, true, hour(9.5))).toBe("booking_ended");
  expect(decideRelease({ ...booking, state: "cancelled" }, true, hour(9))).toBe("booking_ended");
});

test("cancelled or missed by mistake, written or only lapsed, it may stand again until its end", () => {
  for (const state of ["cancelled", "no_show"] as const) {
    expect(decideReinstatement({ ...booking, state }, hour(11))).toBeNull();
    expect(decideReinstatement({ ...booking, state }, hour(12))).toBe("booking_over");
  }
  expect(decideReinstatement({ ...booking, lapsesAt: hour(9.5) }, hour(10))).toBeNull();
  for (const state of ["refused", "released", "lapsed", "requested"] as const) {
    expect(decideReinstatement({ ...booking, state }, hour(8))).toBe("not_restorable");
  }
});
