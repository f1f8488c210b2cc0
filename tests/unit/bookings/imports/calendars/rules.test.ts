import { expect, test } from "vitest";
import { outlineCalendar, textOfCalendar } from "@/lib/bookings/imports/calendars/rules";

function run(text: string) {
  const work = outlineCalendar(text);
  let step = work.next();
  let steps = 0;
  for (; !step.done; step = work.next()) steps += 1;
  return { result: step.value, steps };
}

const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n");

test("of an event only what says when it is goes further, unfolded", () => {
  const text = calendar(
    "PRODID:x",
    "BEGIN:VTIMEZONE",
    "DTSTART:19700101T000000",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    "SUMMARY:Rendez-vous chez le",
    "  notaire",
    "DTSTART;TZID=Euro",
    " pe/Paris:20260616T083000",
    "ATTENDEE:mailto:a@exemple.test",
    "BEGIN:VALARM",
    "DURATION:PT5M",
    "END:VALARM",
    "dtend:20260616T093000",
    "END:VEVENT",
  );
  expect(run(text).result).toEqual({
    ok: true,
    value: [["DTSTART;TZID=Europe/Paris:20260616T083000", "dtend:20260616T093000"]],
  });
  expect(run(`\ufeff${text.replaceAll("\r\n", "\n")}`).result).toEqual(run(text).result);
});

const event = (...lines: string[]) => calendar("BEGIN:VEVENT", ...lines, "END:VEVENT");

test.each([
  ["nothing", "", "not_a_calendar"],
  ["a page", `<!doctype html><html>${"x".repeat(500_000)}</html>`, "not_a_calendar"],
  ["a calendar cut off", event("UID:1").slice(0, 40), "not_a_calendar"],
  ["what closes something else", calendar("BEGIN:VEVENT", "END:VTODO"), "not_a_calendar"],
  ["a line after the end", `${event("UID:1")}more`, "not_a_calendar"],
  ["a line of a million characters", event(`DTSTART:${"1".repeat(1_000_000)}`), "line_too_long"],
  ["the same, folded", event(`EXDATE:${"1\r\n 1".repeat(400_000)}`), "line_too_long"],
  [
    "thousands of dates in one event",
    event(...Array(400).fill(`EXDATE:${"20260101,".repeat(20)}`)),
    "too_many_repeats",
  ],
  ["a part in a part, a hundred deep", "BEGIN:VCALENDAR\n".repeat(100), "nested_too_deep"],
  [
    "a hundred thousand events",
    calendar("BEGIN:VEVENT\nUID:1\nEND:VEVENT\n".repeat(100_000)),
    "too_many_components",
  ],
])("%s is refused", (_what, text, refusal) => {
  expect(run(text).result).toEqual({ ok: false, refusal });
});

test("a title of a million characters is passed over, and a long calendar is read in steps", () => {
  const { result } = run(event(`SUMMARY:${"é".repeat(1_000_000)}`, "UID:1"));
  expect(result).toEqual({ ok: true, value: [["UID:1"]] });
  const { steps } = run(event(...Array(50_000).fill("COMMENT:x")));
  expect(steps).toBe(100);
});

test("bytes that are no UTF-8, or hold NUL, are unreadable", () => {
  expect(textOfCalendar(Buffer.from("é"))).toEqual({ ok: true, value: "é" });
  expect(textOfCalendar(Buffer.from([0x42, 0xe9, 0x42]))).toMatchObject({ refusal: "unreadable" });
  expect(textOfCalendar(Buffer.from("a\0b"))).toMatchObject({ refusal: "unreadable" });
});
