import { expect, test } from "vitest";
import { programmeInOrder } from "@/lib/events/programmes/rules";

const step = (minute: number) => ({ minute, text: `à ${minute}` });
const minutesOf = (startMinute: number, endMinute: number, ...minutes: number[]) =>
  programmeInOrder(minutes.map(step), { startMinute, endMinute }).map(({ minute }) => minute);

test("steps come by the hour; those after midnight of an evening last", () => {
  expect(minutesOf(840, 1_020, 960, 840, 900)).toEqual([840, 900, 960]);
  expect(minutesOf(1_260, 1_470, 10, 1_260, 1_380)).toEqual([1_260, 1_380, 10]);
});

test("what comes before the beginning of an evening is still before it", () => {
  expect(minutesOf(1_260, 1_470, 1_260, 1_200, 30, 31)).toEqual([31, 1_200, 1_260, 30]);
  expect(minutesOf(840, 1_020, 900, 60)).toEqual([60, 900]);
});
