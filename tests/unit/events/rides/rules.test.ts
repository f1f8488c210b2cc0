import { expect, test } from "vitest";
import { countsByCommune, hasRides, homesOf, inBoardOrder } from "@/lib/events/rides/rules";

const startsAt = new Date("2026-06-18T12:00:00Z");
const before = new Date(startsAt.getTime() - 1);
const event = { state: "published" as const, startsAt, placeKind: "room" as const };

test("people travel together until it begins, where there is a way to go", () => {
  expect(hasRides(event, before)).toBe(true);
  expect(hasRides(event, startsAt)).toBe(false);
  expect(hasRides({ ...event, state: "cancelled" }, before)).toBe(false);
  expect(hasRides({ ...event, placeKind: "online" }, before)).toBe(false);
  expect(hasRides({ ...event, placeKind: "elsewhere" }, before)).toBe(true);
});

const from = (insee: string, name: string) => ({ insee, name });

test("visitors read how many seats are offered and looked for, commune by commune", () => {
  const rides = [
    { kind: "offer" as const, commune: from("1", "Prayssac"), seats: 3 },
    { kind: "ask" as const, commune: from("1", "Prayssac"), seats: 2 },
    { kind: "offer" as const, commune: from("1", "Prayssac"), seats: 1 },
    { kind: "ask" as const, commune: from("2", "Albas"), seats: 1 },
  ];
  expect(countsByCommune(rides)).toEqual([
    { commune: "Albas", offered: 0, asked: 1 },
    { commune: "Prayssac", offered: 4, asked: 2 },
  ]);
  expect(countsByCommune([])).toEqual([]);
});

test("one’s neighbours leave from where one said, else from where one lives", () => {
  expect(homesOf(["1", "2"], "3")).toEqual(new Set(["1", "2"]));
  expect(homesOf([], "3")).toEqual(new Set(["3"]));
  expect(homesOf([], null)).toEqual(new Set());
});

test("one’s own come first, then neighbours, then cars, the earliest first", () => {
  const ride = (id: string, kind: "offer" | "ask", leavesAt: number | null, over = {}) => ({
    ...{ id, kind, leavesAt, isOwn: false, isNeighbour: false },
    ...over,
  });
  const board = [
    ride("late", "offer", 800),
    ride("seat", "ask", null),
    ride("early", "offer", 700),
    ride("neighbour", "ask", null, { isNeighbour: true }),
    ride("own", "ask", null, { isOwn: true }),
  ];
  expect(inBoardOrder(board).map(({ id }) => id)).toEqual([
    "own",
    "neighbour",
    "early",
    "late",
    "seat",
  ]);
});
