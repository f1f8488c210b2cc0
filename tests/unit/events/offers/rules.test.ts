import { expect, test } from "vitest";
import { hasLapsed, offerEnd } from "@/lib/events/offers/rules";

const startsAt = new Date("2026-06-18T12:00:00Z");
const minutes = (count: number) => new Date(startsAt.getTime() + count * 60_000);

test("an offer lasts as long as the event leaves, and never past its start", () => {
  const event = { offerMinutes: 60, startsAt };
  expect(offerEnd(event, minutes(-120))).toEqual(minutes(-60));
  expect(offerEnd(event, minutes(-30))).toEqual(startsAt);
});

test("an offer is over at its end, not before", () => {
  const offered = { state: "offered", offerUntil: minutes(-60) };
  expect(hasLapsed(offered, { startsAt }, minutes(-61))).toBe(false);
  expect(hasLapsed(offered, { startsAt }, minutes(-60))).toBe(true);
});

test("once the event has begun nobody waits any more, and whoever has seats keeps them", () => {
  const waiting = { state: "waiting", offerUntil: null };
  expect(hasLapsed(waiting, { startsAt }, minutes(-1))).toBe(false);
  expect(hasLapsed(waiting, { startsAt }, startsAt)).toBe(true);
  expect(hasLapsed({ state: "offered", offerUntil: minutes(5) }, { startsAt }, startsAt)).toBe(
    true,
  );
  expect(hasLapsed({ state: "confirmed", offerUntil: null }, { startsAt }, startsAt)).toBe(false);
});
