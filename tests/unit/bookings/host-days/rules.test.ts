import { expect, test } from "vitest";
import {
  type Attendance,
  type AttendanceFacts,
  attendanceOf,
  boardCells,
  boardSpan,
  clashesOf,
  freeSpans,
  minuteOn,
  piecesOf,
} from "@/lib/bookings/host-days/rules";
import { day } from "@/lib/core/day";

const on = (time: string) => new Date(`2026-06-16T${time}:00Z`);
const between = (from: string, until: string) => ({ startsAt: on(from), endsAt: on(until) });
const clock = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  [startsAt, endsAt].map((instant) => instant.toISOString().slice(11, 16)).join("-");
const paris = "Europe/Paris";
const tuesday = day("2026-06-16");

const morning: AttendanceFacts = {
  ...between("06:30", "10:30"),
  part: "morning",
  state: "confirmed",
  lapsesAt: null,
  checkedInAt: null,
  checkedOutAt: null,
};

test.each<[string, string, Partial<AttendanceFacts>, Attendance]>([
  ["before opening", "06:00", {}, "expected"],
  ["a half-day, not half of it gone", "08:29", {}, "expected"],
  ["a half-day, half of it gone", "08:30", {}, "late"],
  ["by the hour, twenty-nine minutes in", "06:59", { part: "hours" }, "expected"],
  ["by the hour, half an hour in", "07:00", { part: "hours" }, "late"],
  ["once over", "10:30", {}, "missed"],
  ["noted", "08:30", { checkedInAt: on("06:40") }, "present"],
  ["noted, its time over", "10:30", { checkedInAt: on("06:40") }, "left"],
  ["gone", "09:00", { checkedInAt: on("06:40"), checkedOutAt: on("08:50") }, "left"],
  ["nobody came", "07:10", { state: "no_show" }, "missed"],
  ["the grace has run out, no job has run", "07:10", { lapsesAt: on("07:00") }, "missed"],
  ["offered to the next of the list", "06:00", { state: "held", lapsesAt: on("06:20") }, "offered"],
  ["the room of an event, under way", "08:30", { isEvent: true }, "expected"],
  ["the room of an event, over", "10:30", { isEvent: true }, "left"],
  ["the room of an event, given back", "08:30", { isEvent: true, state: "cancelled" }, "missed"],
  ["offered, not answered", "06:20", { state: "held", lapsesAt: on("06:20") }, "missed"],
])("%s", (_name, at, facts, expected) => {
  expect(attendanceOf({ ...morning, ...facts }, on(at))).toBe(expected);
});

test("a board runs from the hour of the first interval to that of the last, wall time", () => {
  const intervals = [between("06:30", "10:30"), between("11:30", "16:10")];
  expect(boardSpan(tuesday, intervals, paris)).toEqual({ startMinute: 480, endMinute: 1140 });
  expect(boardSpan(tuesday, [], paris)).toBeNull();
  expect(minuteOn(tuesday, new Date("2026-06-15T21:59:00Z"), paris)).toBe(0);
  expect(minuteOn(tuesday, new Date("2026-06-16T22:00:00Z"), paris)).toBe(1440);
});

test("what is free is what is open, from now on, less what is taken", () => {
  const runs = [between("06:30", "10:30"), between("11:30", "16:30")];
  const taken = [between("06:00", "07:00"), between("12:00", "13:00"), between("13:00", "14:00")];
  expect(freeSpans(runs, taken, on("08:00")).map(clock)).toEqual([
    "08:00-10:30",
    "11:30-12:00",
    "14:00-16:30",
  ]);
  expect(freeSpans(runs, taken, on("17:00"))).toEqual([]);
});

const entry = (id: string, resource: string, from: string, until: string, state: Attendance) => ({
  id,
  resource: { id: resource },
  attendance: state,
  ...between(from, until),
});

test("an outside calendar clashes with whoever still holds the place, not with who is gone", () => {
  const outside = [{ resourceId: "room", ...between("12:00", "13:00") }];
  const stays = entry("a", "room", "11:30", "16:30", "expected");
  const gone = entry("b", "room", "12:00", "12:30", "left");
  const elsewhere = entry("c", "desk", "12:00", "13:00", "expected");
  const before = entry("d", "room", "11:00", "12:00", "expected");
  const clashes = clashesOf([stays, gone, elsewhere, before], outside);
  expect(clashes.map((clash) => clash.entry.id)).toEqual(["a"]);
});

test("a row shows its bookings, closures, outside times and what is free, in time order", () => {
  const facts = {
    entries: [
      entry("mine", "desk", "06:30", "08:30", "present"),
      entry("lost", "desk", "12:00", "13:00", "missed"),
      entry("whole", "plateau", "14:00", "15:00", "expected"),
    ],
    outside: [{ resourceId: "desk", ...between("08:00", "09:00") }],
    closures: [],
    runs: [between("06:30", "16:30")],
  };
  const closures = [{ ...between("10:00", "11:00"), reason: "écran en panne" }];
  const resource = { id: "desk", sharesWith: ["plateau"], closures };
  const pieces = piecesOf(resource, facts, on("07:00"));
  expect(pieces.map((piece) => `${piece.kind} ${clock(piece)}`)).toEqual([
    "entry 06:30-08:30",
    "outside 08:00-09:00",
    "free 09:00-10:00",
    "closed 10:00-11:00",
    "free 11:00-14:00",
    "entry 12:00-13:00",
    "free 15:00-16:30",
  ]);
  expect(pieces[1]).toMatchObject({ clashes: true });
});

test("a row of the board is cells that fill it, what meets in one, what is not shown left out", () => {
  const facts = { entries: [], outside: [], closures: [], runs: [] };
  const outside = (from: string, until: string) => ({
    resourceId: "room",
    ...between(from, until),
  });
  const pieces = piecesOf(
    { id: "room", sharesWith: [], closures: [] },
    {
      ...facts,
      entries: [
        entry("a", "room", "07:00", "09:00", "expected"),
        entry("b", "room", "09:00", "10:00", "expected"),
        entry("c", "room", "11:58", "11:59", "left"),
      ],
      outside: [outside("08:30", "09:00"), outside("04:00", "06:05"), outside("17:00", "18:00")],
    },
    on("06:00"),
  );
  const shown = { span: { startMinute: 480, endMinute: 840 }, day: tuesday, timeZone: paris };
  const cells = boardCells(pieces, shown);
  expect(cells.map(({ from, until, pieces: { length } }) => [from, until, length])).toEqual([
    [0, 1, 1],
    [1, 12, 0],
    [12, 36, 2],
    [36, 48, 1],
    [48, 72, 0],
  ]);
  expect(cells[2]?.pieces.map(({ piece: { kind }, from, until }) => [kind, from, until])).toEqual([
    ["entry", 12, 36],
    ["outside", 30, 36],
  ]);
  expect(boardCells([], shown)).toEqual([{ from: 0, until: 72, pieces: [] }]);
});
