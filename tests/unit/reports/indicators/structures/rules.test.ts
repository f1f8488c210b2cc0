import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { structures } from "@/lib/reports/indicators/structures/rules";
import { aStay, countingOf, someRows } from "@/tests/support/report-rows";

const of = (id: string, kind: "association" | "employer", until: string | null = null) => ({
  id,
  kind,
  people: [{ personId: "ana", from: day("2026-06-10"), until: until ? day(until) : null }],
});

test("an organisation is hosted by a booking made for it, or of its people on that day", () => {
  const organisations = [of("club", "association"), of("firm", "employer", "2026-06-16")];
  const rows = someRows({
    organisations,
    bookings: [
      aStay({ on: "2026-06-09" }),
      aStay({ on: "2026-06-16" }),
      aStay({ on: "2026-06-18", personId: "bob", organisationId: "firm", spaceId: "prayssac" }),
      aStay({ on: "2026-06-15", state: "cancelled" }),
    ],
  });
  const { network, bySpace } = structures(rows, countingOf("2026-06-01", "2026-06-30"));
  expect(network.hosted).toEqual({ association: 1, employer: 1, town_hall: 0 });
  expect(bySpace.get("luzech")?.hosted).toEqual({ association: 1, employer: 0, town_hall: 0 });
  expect(network.jobs).toEqual({ kind: "not_collected", because: "no_declarations" });
  const before = structures(rows, countingOf("2026-06-09"));
  expect(before.network.hosted.association).toBe(0);
});
