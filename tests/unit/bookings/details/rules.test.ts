import { expect, test } from "vitest";
import { decideDetails, mayChangeDetails } from "@/lib/bookings/details/rules";

const at = new Date("2026-06-16T07:00:00Z");
const booking = {
  state: "confirmed" as const,
  lapsesAt: null,
  endsAt: new Date("2026-06-16T10:30:00Z"),
  checkedOutAt: null,
  capacity: 3,
};

test("those who come along and the member fit the place together", () => {
  expect(decideDetails(booking, ["Ana", "Jo"], at)).toBeNull();
  expect(decideDetails(booking, ["Ana", "Jo", "Lou"], at)).toBe("too_many_people");
  expect(decideDetails(booking, [], at)).toBeNull();
});

test("a note alone is written whatever the room", () => {
  expect(decideDetails({ ...booking, capacity: 0 }, undefined, at)).toBeNull();
});

test.each([
  ["cancelled", { state: "cancelled" as const }],
  ["lapsed though no job wrote it", { lapsesAt: at }],
  ["left", { checkedOutAt: at }],
  ["over", { endsAt: at }],
])("what goes with a booking that is %s no longer changes", (_name, change) => {
  expect(mayChangeDetails({ ...booking, ...change }, at)).toBe(false);
  expect(decideDetails({ ...booking, ...change }, [], at)).toBe("booking_ended");
});
