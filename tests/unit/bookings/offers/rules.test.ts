import { expect, test } from "vitest";
import {
  nextServed,
  offerEnd,
  placesFor,
  possibleFor,
  type WaitingWish,
  wantedBy,
} from "@/lib/bookings/offers/rules";
import type { TakenInterval } from "@/lib/bookings/rules";
import { day } from "@/lib/core/day";
import { anAlternativeSpace } from "@/tests/support/alternative-spaces";
import { plainResource } from "@/tests/support/plain-values";

const at = new Date("2026-06-15T06:00:00Z");
const tuesday = day("2026-06-16");
const morning = {
  startsAt: new Date("2026-06-16T06:30:00Z"),
  endsAt: new Date("2026-06-16T10:30:00Z"),
};

type Own = Partial<Parameters<typeof plainResource>[0]> & {
  id: string;
  sharesWith?: string[];
  needsApproval?: boolean;
};
const resource = ({ sharesWith = [], needsApproval = false, ...own }: Own) => ({
  ...plainResource(own),
  sharesWith,
  needsApproval,
});

/** Desks 1, 2 and 3 of a space open 8:30–12:30 and 13:30–18:30. */
const space = (resources = ["1", "2", "3"].map((id) => resource({ id }))) => {
  const { calendar, bookingHorizonDays } = anAlternativeSpace("luzech");
  return { calendar, bookingHorizonDays, resources };
};
const wish = (own: Partial<WaitingWish> = {}): WaitingWish => ({
  kind: "desk",
  resourceId: null,
  quantity: 1,
  day: tuesday,
  part: "morning",
  ...morning,
  ...own,
});
const inLine = (rank: number, own: Partial<WaitingWish> = {}) => ({
  ...wish(own),
  id: `rank ${rank}`,
  rank: BigInt(rank),
});
const taken = (...ids: string[]): TakenInterval[] =>
  ids.map((resourceId) => ({ resourceId, ...morning }));
const next = (entries: ReturnType<typeof inLine>[], free: TakenInterval[], passed: string[] = []) =>
  nextServed(space(), free, { entries, passed: new Set(passed) }, at);

test("the first come is the first served, in whatever order the line is read", () => {
  const line = [inLine(7), inLine(3), inLine(5)];
  for (const entries of [line, line.toReversed()]) {
    expect(next(entries, taken("2", "3"))?.entry.id).toBe("rank 3");
  }
});

test("somebody who waits for more than is free keeps nobody else waiting, and comes first when it is", () => {
  const line = [inLine(1, { quantity: 2 }), inLine(2)];
  expect(next(line, taken("2", "3"))).toMatchObject({
    entry: { id: "rank 2" },
    places: [{ id: "1" }],
  });
  expect(next(line, taken("3"))).toMatchObject({
    entry: { id: "rank 1" },
    places: [{ id: "1" }, { id: "2" }],
  });
});

test("whoever is passed over leaves their turn to the next; an empty line serves nobody", () => {
  const line = [inLine(1), inLine(2)];
  expect(next(line, [], ["rank 1"])?.entry.id).toBe("rank 2");
  expect(next(line, [], ["rank 1", "rank 2"])).toBeNull();
  expect(next([], [])).toBeNull();
  expect(next(line, taken("1", "2", "3"))).toBeNull();
});

test("who waits for one resource is served by that one alone", () => {
  const line = [inLine(1, { resourceId: "3" })];
  expect(next(line, taken("3"))).toBeNull();
  expect(next(line, taken("1", "2"))?.places.map(({ id }) => id)).toEqual(["3"]);
});

test("a slot is served until it begins, not when it has", () => {
  const before = new Date(morning.startsAt.getTime() - 1);
  expect(placesFor(space(), [], wish(), before)?.places).toHaveLength(1);
  expect(placesFor(space(), [], wish(), morning.startsAt)).toBeNull();
});

test("what no booking could have is not possible, with the reason", () => {
  const closed = { ...space(), resources: [] };
  expect(possibleFor(closed, wish(), at)).toMatchObject({ ok: false, refusal: "not_bookable" });
  const sunday = wish({ day: day("2026-06-21") });
  expect(possibleFor(space(), sunday, at)).toMatchObject({ ok: false, refusal: "space_closed" });
  expect(placesFor(space(), [], sunday, at)).toBeNull();
});

test("what the host must agree to is never offered", () => {
  const desks = [resource({ id: "1", needsApproval: true }), resource({ id: "2" })];
  expect(placesFor(space(desks), [], wish(), at)?.places.map(({ id }) => id)).toEqual(["2"]);
});

test("a room and its halves are not two rooms: the halves are offered first", () => {
  const rooms = [
    resource({ id: "whole", kind: "room", sharesWith: ["left", "right"] }),
    resource({ id: "left", kind: "room", sharesWith: ["whole"] }),
    resource({ id: "right", kind: "room", sharesWith: ["whole"] }),
  ];
  const ids = (quantity: number) =>
    placesFor(space(rooms), [], wish({ kind: "room", quantity }), at)?.places.map(({ id }) => id);
  expect(ids(1)).toEqual(["left"]);
  expect(ids(2)).toEqual(["left", "right"]);
  expect(ids(3)).toBeUndefined();
});

test("hours are waited for as hours, a part as a part", () => {
  expect(wantedBy(wish({ part: "hours" }))).toEqual(morning);
  expect(wantedBy(wish())).toEqual({ day: tuesday, part: "morning" });
});

test("an offer stands for the space's delay, never beyond the start", () => {
  expect(offerEnd(120, morning, at)).toEqual(new Date("2026-06-15T08:00:00Z"));
  const late = new Date("2026-06-16T06:00:00Z");
  expect(offerEnd(120, morning, late)).toEqual(morning.startsAt);
});
