import { expect, test } from "vitest";
import { cellAddress, moveToAddress } from "@/components/host/cell-address";
import { readCell } from "@/lib/bookings/weeks/rules";
import { day } from "@/lib/core/day";

const place = {
  day: day("2026-06-16"),
  part: "hours" as const,
  startsAt: new Date("2026-06-16T07:00:00Z"),
  endsAt: new Date("2026-06-16T08:30:00Z"),
  timeZone: "Europe/Paris",
  resource: { id: "9f0", name: "Salle" },
};

test("what is free near a refused move leads to the same move, filled in, and books nothing", () => {
  const address = moveToAddress("luzech", "b1", place);
  expect(address).toBe(
    "/hote/luzech/reservations/b1?poste=9f0&jour=2026-06-16&moment=hours&de=09:00&a=10:30#move",
  );
  const { searchParams } = new URL(address, "http://localhost");
  expect(readCell(Object.fromEntries(searchParams))).toEqual({
    ...{ day: "2026-06-16", part: "hours", from: "09:00", until: "10:30" },
  });
  expect(cellAddress("luzech", place)).toContain("/hote/luzech/creneau?poste=9f0");
});
