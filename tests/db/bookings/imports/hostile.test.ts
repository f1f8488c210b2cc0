import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { addImport } from "@/lib/bookings/imports/commands";
import { bounds } from "@/lib/bookings/imports/schema";
import { db } from "@/lib/infra/db";
import { mondayMorning } from "@/tests/support/factories";
import { anImport, aSpaceWithHost } from "@/tests/support/imports";
import {
  calendarText,
  eventText,
  fetchedHere,
  tuesdayMorning,
} from "@/tests/support/outside-calendars";
import { anOutsideServer } from "@/tests/support/outside-server";

const many = (count: number, text: string) => Array.from({ length: count }, () => text);
const at = "DTSTART:20260616T070000Z";

test.each<[string, string | Buffer, Record<string, string>, string]>([
  ["a bomb", gzipSync(Buffer.alloc(20_000_000)), { "content-encoding": "gzip" }, "compressed"],
  ["a bomb that does not say so", gzipSync(Buffer.alloc(20_000_000)), {}, "unreadable"],
  ["three million bytes", Buffer.alloc(3_000_000, 120), {}, "too_large"],
  [
    "a hundred thousand events",
    calendarText(...many(100_000, eventText())).slice(0, 1_900_000),
    {},
    "too_many_components",
  ],
  [
    "an event every second",
    calendarText(eventText(at, "RRULE:FREQ=SECONDLY")),
    {},
    "rule_too_frequent",
  ],
  [
    "events every day without end",
    calendarText(...many(400, eventText(at, "RRULE:FREQ=DAILY"))),
    {},
    "too_many_repeats",
  ],
  [
    "a line of a million characters",
    calendarText(eventText(`DTSTART:${"1".repeat(1_000_000)}`)),
    {},
    "line_too_long",
  ],
  ["parts within parts", "BEGIN:VCALENDAR\r\n".repeat(50_000), {}, "nested_too_deep"],
  ["NUL", `${tuesdayMorning}\0`, {}, "unreadable"],
  [
    "bytes that are no text",
    Buffer.concat([Buffer.from(tuesdayMorning), Buffer.from([0xff, 0xfe])]),
    {},
    "unreadable",
  ],
  ["a sign-in page", "<!doctype html><title>Connexion</title>", {}, "not_a_calendar"],
  ["a redirect to this machine", "", { location: "http://127.0.0.1/" }, "redirected"],
])("%s: nothing is taken, nothing of before is lost", async (_what, body, headers, refusal) => {
  await using server = await anOutsideServer((_request, response) =>
    response.writeHead("location" in headers ? 302 : 200, headers).end(body),
  );
  const { importId, reread, row, blocks } = await anImport();
  await db.calendarImport.updateMany({ where: { id: importId }, data: { url: server.address } });
  expect(await reread(fetchedHere)).toMatchObject({ ok: false, refusal });
  expect(await row()).toMatchObject({ lastError: refusal, fetchedAt: mondayMorning });
  expect(await blocks()).toHaveLength(1);
});

test("a calendar that is never over stays within its bounds", async () => {
  const daily = (hour: number) =>
    eventText(
      `DTSTART:20200101T${String(hour).padStart(2, "0")}0000Z`,
      "DURATION:PT30M",
      "RRULE:FREQ=DAILY",
    );
  const { blocks, row } = await anImport(calendarText(...[6, 7, 8, 9, 10, 12, 13].map(daily)));
  expect(await blocks()).toHaveLength(bounds.blocks);
  expect(await row()).toMatchObject({ lastError: "kept_soonest" });
});

test("an address inside is refused by the way of every day, and nothing is added", async () => {
  await using server = await anOutsideServer((_request, response) => response.end(tuesdayMorning));
  const { host, input, space } = await aSpaceWithHost();
  for (const url of [server.address, server.address.replace("127.0.0.1", "localhost")]) {
    expect(await addImport(host, { ...input, url }, mondayMorning)).toMatchObject({
      refusal: "address_private",
    });
  }
  expect(server.asked).toEqual([]);
  expect(await db.calendarImport.count({ where: { spaceId: space.id } })).toBe(0);
});
