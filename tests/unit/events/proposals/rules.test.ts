import { expect, test } from "vitest";
import { noticeOf, proposalStanding } from "@/lib/events/proposals/rules";

const startsAt = new Date("2026-06-18T12:00:00Z");
const before = new Date("2026-06-18T11:59:59Z");

test("a proposal waits until it should have begun, then it is too late; an answer stays", () => {
  const waits = { state: "proposed" as const, startsAt, publishedAt: null };
  expect(proposalStanding(waits, before)).toBe("waiting");
  expect(proposalStanding(waits, startsAt)).toBe("late");
  expect(proposalStanding({ ...waits, state: "refused" }, startsAt)).toBe("declined");
  expect(proposalStanding({ ...waits, state: "withdrawn" }, before)).toBe("withdrawn");
  for (const state of ["published", "cancelled"] as const) {
    expect(proposalStanding({ state, startsAt, publishedAt: before }, startsAt)).toBe("accepted");
  }
});

test("a mail about a proposal says instants, to be read in the zone of the space", () => {
  const event = { title: "Atelier", startsAt, endsAt: new Date("2026-06-18T15:00:00Z") };
  const space = { name: "La Cale", calendar: { timeZone: "Europe/Paris" } };
  expect(noticeOf(event, space)).toEqual({
    ...{ title: "Atelier", spaceName: "La Cale", timeZone: "Europe/Paris" },
    ...{ startsAt: "2026-06-18T12:00:00.000Z", endsAt: "2026-06-18T15:00:00.000Z" },
  });
});
