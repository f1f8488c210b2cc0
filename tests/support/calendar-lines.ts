/**
 * What is wrong with a text as a calendar, line by line (RFC 5545, 3.1 and 3.3.11): a reader of our own,
 * stricter than any calendar. Empty = nothing.
 */
export function faultsOfCalendar(text: string): string[] {
  return [...byteFaults(text), ...propertyFaults(text), ...eventFaults(text)];
}

function byteFaults(text: string): string[] {
  const faults = text
    .split("\r\n")
    .filter((line) => Buffer.byteLength(line) > 75)
    .map((line) => `more than 75 octets in a line: ${line.slice(0, 30)}`);
  if (!text.endsWith("END:VCALENDAR\r\n")) faults.push("does not end with its last line");
  if (/[^\r]\n|\r[^\n]/.test(text)) faults.push("a line does not end with CRLF");
  if (/(?![\t\r\n])\p{Cc}/u.test(text)) faults.push("a control character");
  if (!/BEGIN:(?!VCALENDAR)/.test(text)) faults.push("nothing in it (3.6: one component at least)");
  if (text.includes("\ufffd")) faults.push("a character cut in two");
  return faults;
}

const property = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/;
const unescaped = /(?<!\\)(?:\\\\)*(?:[;,]|\\[^\\;,nN])/;

function propertyFaults(text: string): string[] {
  const open: string[] = [];
  return unfolded(text).flatMap((line) => {
    const match = property.exec(line);
    if (!match) return [`not a property: ${line.slice(0, 40)}`];
    const [, name = "", , value = ""] = match;
    if (name === "BEGIN") open.push(value);
    if (name === "END" && open.pop() !== value) return [`END:${value} closes something else`];
    return textProperties.has(name) && unescaped.test(value) ? [`not escaped: ${line}`] : [];
  });
}

const textProperties = new Set(["SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME"]);

export function unfolded(text: string): string[] {
  return text
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .filter((line) => line !== "");
}

function eventFaults(text: string): string[] {
  const events = unfolded(text).join("\n").split("BEGIN:VEVENT").slice(1);
  const uids = events.map((event) => /^UID:(.*)$/m.exec(event)?.[1] ?? "");
  const faults = new Set(uids).size === uids.length ? [] : ["a UID comes twice"];
  for (const event of events) {
    for (const wanted of [
      /^UID:.+@/m,
      /^DTSTAMP:\d{8}T\d{6}Z$/m,
      /^LAST-MODIFIED:\d{8}T\d{6}Z$/m,
      /^SEQUENCE:\d+$/m,
      /^DTSTART[;:]/m,
      /^DTEND[;:]/m,
      /^STATUS:(CONFIRMED|TENTATIVE|CANCELLED)$/m,
    ]) {
      if (!wanted.test(event)) faults.push(`an event without ${wanted.source}`);
    }
    const zone = /^DTSTART;TZID=([^:]+):/m.exec(event)?.[1];
    if (zone && !text.includes(`TZID:${zone}\r\n`)) faults.push(`no VTIMEZONE for ${zone}`);
  }
  return faults;
}
