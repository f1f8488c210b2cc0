import { ok, type Result, refuse } from "@/lib/core/result";
import { bounds, type TextProblem } from "../schema";

/** Lines of an event that say when it is, and nothing else: titles and guests are never read. */
const linesKept = new Set([
  "UID",
  "DTSTART",
  "DTEND",
  "DURATION",
  "RRULE",
  "RDATE",
  "EXDATE",
  "RECURRENCE-ID",
  "STATUS",
  "TRANSP",
]);

/** So many lines are looked at between two steps. */
const linesAtOnce = 500;

/** The text of a calendar's bytes; refuses `unreadable`: not UTF-8 (RFC 5545, 3.1.4), or with NUL in it. */
export function textOfCalendar(bytes: Uint8Array): Result<string, TextProblem> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? refuse("unreadable") : ok(text);
  } catch {
    return refuse("unreadable");
  }
}

/** The lines of one event that we keep, unfolded. */
export type EventLines = string[];

type Outline = {
  open: string[];
  components: number;
  calendars: number;
  events: EventLines[];
  /** Of the event being read, with their characters. */
  lines: EventLines;
  characters: number;
  /** Parts of the line being unfolded, with their characters; null when it is not kept. */
  parts: string[] | null;
  length: number;
};

/**
 * The events of a calendar as lines, in one pass and in bounds, before any parser sees them. Refuses
 * `not_a_calendar` (something else, or cut off), `line_too_long`, `nested_too_deep`, `too_many_components`,
 * `too_many_repeats` (one event with thousands of dates).
 */
export function* outlineCalendar(text: string): Generator<void, Result<EventLines[], TextProblem>> {
  const outline: Outline = {
    ...{ open: [], components: 0, calendars: 0, events: [] },
    ...{ lines: [], characters: 0, parts: null, length: 0 },
  };
  let count = 0;
  for (const line of physicalLines(text)) {
    count += 1;
    if (count % linesAtOnce === 0) yield;
    const problem = readLine(outline, line);
    if (problem) return refuse(problem);
  }
  const problem = closeLine(outline);
  if (problem) return refuse(problem);
  const isWhole = outline.calendars > 0 && outline.open.length === 0;
  return isWhole ? ok(outline.events) : refuse("not_a_calendar");
}

function readLine(outline: Outline, line: string): TextProblem | null {
  const isContinued = line.startsWith(" ") || line.startsWith("\t");
  if (!isContinued) {
    const problem = closeLine(outline) ?? outside(outline, line);
    if (problem) return problem;
    outline.parts = isKept(outline, line) ? [] : null;
    outline.length = 0;
  }
  outline.parts?.push(isContinued ? line.slice(1) : line);
  outline.length += outline.parts ? line.length : 0;
  return outline.length > bounds.line ? "line_too_long" : null;
}

function* physicalLines(text: string): Generator<string> {
  let from = text.startsWith("\ufeff") ? 1 : 0;
  while (from < text.length) {
    const found = text.indexOf("\n", from);
    const until = found === -1 ? text.length : found;
    const isCrlf = text.charCodeAt(until - 1) === 13;
    yield text.slice(from, Math.max(from, isCrlf ? until - 1 : until));
    from = until + 1;
  }
}

/** Outside of a calendar only another may begin. */
function outside({ open }: Outline, line: string): TextProblem | null {
  const mayStand = open.length > 0 || /^(BEGIN:VCALENDAR)?\s*$/i.test(line);
  return mayStand ? null : "not_a_calendar";
}

/** What opens and closes, and of an event what says when it is. */
function isKept({ open }: Outline, line: string): boolean {
  const name = /^[A-Za-z-]{1,20}(?=[;:])/.exec(line)?.[0].toUpperCase() ?? "";
  if (name === "BEGIN" || name === "END") return true;
  return open.at(-1) === "VEVENT" && linesKept.has(name);
}

/** Files the line that was being unfolded; a problem when the calendar cannot be read further. */
function closeLine(outline: Outline): TextProblem | null {
  if (!outline.parts) return null;
  const line = outline.parts.join("");
  const [, verb, named = ""] = /^(BEGIN|END):(.*)$/i.exec(line) ?? [];
  const name = named.trim().toUpperCase();
  if (verb?.toUpperCase() === "BEGIN") return begin(outline, name);
  if (verb?.toUpperCase() === "END") return end(outline, name);
  outline.lines.push(line);
  outline.characters += line.length;
  return outline.characters > bounds.event ? "too_many_repeats" : null;
}

function begin(outline: Outline, name: string): TextProblem | null {
  if (outline.open.length === 0) {
    if (name !== "VCALENDAR") return "not_a_calendar";
    outline.calendars += 1;
  }
  outline.components += 1;
  outline.open.push(name);
  if (outline.components > bounds.components) return "too_many_components";
  if (outline.open.length > bounds.depth) return "nested_too_deep";
  if (name === "VEVENT") {
    outline.lines = [];
    outline.characters = 0;
  }
  return null;
}

function end(outline: Outline, name: string): TextProblem | null {
  if (outline.open.pop() !== name) return "not_a_calendar";
  if (name === "VEVENT") outline.events.push(outline.lines);
  return null;
}
