import { expect, test } from "vitest";
import { figuresFrom, manyCame, pick } from "@/tests/support/report-figures";

const days = ["2026-06-08", "2026-06-09", "2026-06-10", "2026-06-11"];
const june = (bookings: ReturnType<typeof manyCame>) =>
  figuresFrom({ bookings }, "2026-06-01", "2026-06-30");

test("person-days, visits and people are told where five came", () => {
  const figures = june([
    ...manyCame(6, "2026-06-16"),
    ...manyCame(6, "2026-06-17", { part: "morning" }),
  ]);
  expect(pick(figures, "personDays.days", "luzech").value).toBe(9);
  expect(pick(figures, "visits.visits", "luzech").value).toBe(12);
  expect(pick(figures, "uniqueUsers.persons", "luzech").value).toBe(6);
  expect(pick(figures, "uniqueUsers.persons", "prayssac").value).toBe(0);
});

test("regular users are told to the nearest five, and occasional ones as what that leaves", () => {
  const regular = (count: number) => days.flatMap((on) => manyCame(count, on));
  const figures = june([...regular(3), ...manyCame(9, "2026-06-16", { personId: "other" })]);
  expect(pick(figures, "regularUsers.regular")).toMatchObject({ value: 5, nearest: 5 });
  expect(pick(figures, "regularUsers.occasional")).toMatchObject({ value: 7, nearest: 5 });
});

test("so is who goes to several places, of all who came", () => {
  const bookings = [
    ...manyCame(12, "2026-06-16"),
    ...manyCame(6, "2026-06-17", { spaceId: "prayssac" }),
  ];
  expect(pick(june(bookings), "mobility.severalSites")).toMatchObject({
    ...{ value: 5, of: 12, nearest: 5 },
  });
});

test("who goes to several places is not told beside a place of few people, all of whom may", () => {
  const bookings = [
    ...manyCame(12, "2026-06-16"),
    ...manyCame(4, "2026-06-17", { spaceId: "prayssac" }),
  ];
  // « About 5 », of the four of Prayssac at the most, would be three or four.
  expect(pick(june(bookings), "mobility.severalSites").withheld).toBe("protects_another");
});

test("how many people came to each place is not told where that gives away who went elsewhere", () => {
  // Six at Luzech, five at Prayssac, seven in all: two came to Luzech only, one to Prayssac only, four to both.
  const bookings = [
    ...manyCame(6, "2026-06-16"),
    ...manyCame(5, "2026-06-17", { spaceId: "prayssac" }).map((stay, at) => ({
      ...stay,
      personId: `person-${at + 2}`,
    })),
  ];
  const figures = june(bookings);
  for (const place of ["luzech", "prayssac"]) {
    for (const key of ["uniqueUsers.persons", "regularUsers.regular"] as const)
      expect(pick(figures, key, place).withheld).toBe("protects_another");
  }
  expect(pick(figures, "visits.visits", "prayssac").value).toBe(5);
  expect(pick(figures, "uniqueUsers.persons").value).toBe(7);
  // A longer period leaves the month out, of how many people came only.
  const both = figuresFrom(
    { bookings: [...manyCame(8, "2026-05-12"), ...bookings] },
    ...(["2026-05-01", "2026-06-30"] as const),
  );
  expect(pick(both, "uniqueUsers.persons", "luzech")).toMatchObject({
    ...{ value: 8, without: ["2026-06"] },
  });
  expect(pick(both, "visits.visits", "luzech")).toMatchObject({ value: 14, without: [] });
});

test("distinct people are exact of one month, and to the nearest five of several", () => {
  const bookings = [...manyCame(7, "2026-05-12"), ...manyCame(9, "2026-06-16")];
  const both = figuresFrom({ bookings }, "2026-05-01", "2026-06-30");
  expect(pick(june(bookings), "uniqueUsers.persons")).toMatchObject({ value: 9, nearest: null });
  expect(pick(both, "uniqueUsers.persons")).toMatchObject({ value: 10, nearest: 5 });
});

test("members are active over ninety days, those of a month of few people left out", () => {
  const figures = june([
    ...manyCame(6, "2026-06-16"),
    ...manyCame(6, "2026-04-14"),
    ...manyCame(3, "2026-05-12", { personId: "other" }),
  ]);
  expect(pick(figures, "activeMembers.persons")).toMatchObject({
    ...{ value: 5, nearest: 5, without: ["2026-05"] },
  });
});
