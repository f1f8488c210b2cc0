import { expect, test } from "vitest";
import { decideAnswer, rivalsOf } from "@/lib/bookings/requests/rules";
import type { BookingState } from "@/lib/bookings/states/schema";

const at = new Date("2026-06-15T06:00:00Z");

test.each<[BookingState, string | null]>([
  ["requested", null],
  ["confirmed", "already_answered"],
  ["refused", "already_answered"],
  ["cancelled", "already_answered"],
  ["lapsed", "request_lapsed"],
])("a request that is %s may be answered: %s", (state, refusal) => {
  expect(decideAnswer({ state, lapsesAt: null }, at)).toBe(refusal);
});

test("a request lapses at its start, though no job has written it", () => {
  expect(decideAnswer({ state: "requested", lapsesAt: at }, at)).toBe("request_lapsed");
  const before = new Date(at.getTime() - 1);
  expect(decideAnswer({ state: "requested", lapsesAt: at }, before)).toBeNull();
});

test("rivals want the same place at the same time", () => {
  const hour = (id: string, resourceId: string, from: number) => ({
    id,
    resourceId,
    startsAt: new Date(Date.UTC(2026, 5, 16, from)),
    endsAt: new Date(Date.UTC(2026, 5, 16, from + 2)),
  });
  const all = [hour("a", "room", 8), hour("b", "room", 9), hour("c", "room", 10)];
  const [first] = all;
  if (!first) throw new Error("no request");
  expect(rivalsOf(first, [...all, hour("d", "booth", 8)]).map(({ id }) => id)).toEqual(["b"]);
});
