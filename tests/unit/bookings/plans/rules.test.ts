import { expect, test } from "vitest";
import { placesDrawn } from "@/lib/bookings/plans/rules";
import { day } from "@/lib/core/day";
import { plainResource } from "@/tests/support/plain-values";

const tuesday = day("2026-06-16");
const plan = { x: 0, y: 0 };

/** A fresh reading each time: equal values, other objects. */
function aReading() {
  const place = (id: string, own: object = {}) => ({ ...plainResource({ id }), plan, ...own });
  const [free, taken] = [place("free"), place("taken")];
  const room = place("room", { kind: "room", modes: ["hour"] });
  const apart = place("apart", { kind: "room" });
  const resources = [free, taken, room, apart, place("attic", { plan: null })];
  const slot = { free: [free], taken: [taken], refusal: null };
  return {
    space: { slug: "luzech", resources },
    day: { day: tuesday, slots: { morning: slot, afternoon: slot, day: slot } },
  };
}

const drawn = (places: ReturnType<typeof placesDrawn>) =>
  places.map(({ resource, state }) => [resource.id, state]);
const each = [
  ["free", "free"],
  ["taken", "taken"],
  ["room", "byHour"],
  ["apart", "apart"],
];

test("each place stands once on the plan, as it is to be had", () => {
  const { space, day: read } = aReading();
  expect(drawn(placesDrawn(space, read, "morning"))).toEqual(each);
});

test("a day and a space from two readings draw each place once", () => {
  expect(drawn(placesDrawn(aReading().space, aReading().day, "morning"))).toEqual(each);
});

test("the place chosen is told apart, what is over leads nowhere", () => {
  const { space, day: read } = aReading();
  expect(placesDrawn(space, read, "morning", "free")[0]).toMatchObject({ state: "chosen" });
  const isOver = { ...read.slots.morning, refusal: { refusal: "slot_over" } };
  const past = { ...read, slots: { ...read.slots, morning: isOver } };
  expect(placesDrawn(space, past, "morning")[0]).toMatchObject({ state: "over", href: null });
});
