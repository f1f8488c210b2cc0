import { expect, test } from "vitest";
import { activityShape, eventShape } from "@/lib/web/api/event-shapes";
import { pageOf } from "@/lib/web/api/shapes";
import { call } from "@/tests/support/api";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

const inJune = "from=2026-06-01T00:00:00Z";

test("events are read without a token, from any site, page by page, each once", async () => {
  const space = await aSpace();
  for (const title of ["a", "b", "c", "d", "e"]) await anEvent(space, { title });
  const seen: string[] = [];
  let next: string | null = `/api/v1/events?space=${space.slug}&limit=2&${inJune}`;
  while (next) {
    const answer: Awaited<ReturnType<typeof call>> = await call("GET", next);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(pageOf(eventShape).safeParse(answer.json).error).toBeUndefined();
    seen.push(...answer.json.items.map(({ title }: { title: string }) => title));
    next = answer.json.next;
  }
  expect(seen.toSorted()).toEqual(["a", "b", "c", "d", "e"]);
});

test("one event says its seats and nobody's name, and is not sent again while it is the same", async () => {
  const event = await anEvent(await aSpace(), { capacity: 5 });
  await aRegistration(event, { quantity: 2, name: "Bastien Cazes" });
  const address = `/api/v1/events/${event.slug}`;
  const read = await call("GET", address);
  expect(read.json).toMatchObject({ seats: 5, seatsLeft: 3, place: { kind: "space", lat: 44.47 } });
  expect(read.text).not.toContain("Bastien");
  const etag = read.headers.get("etag") ?? "";
  expect((await call("GET", address, { headers: { "if-none-match": etag } })).status).toBe(304);
  await aRegistration(event);
  expect((await call("GET", address, { headers: { "if-none-match": etag } })).status).toBe(200);
});

test("the address told to those registered is nowhere in it", async () => {
  const onlineUrl = "https://visio.exemple.test/secret";
  const event = await anEvent(await aSpace(), { placeKind: "online", onlineUrl });
  for (const address of [`/api/v1/events/${event.slug}`, `/api/v1/events/${event.slug}/activity`]) {
    const { status, text } = await call("GET", address);
    expect(status).toBe(200);
    expect(text).not.toContain("secret");
  }
});

test("what is not published is not found; a query that cannot be read is told", async () => {
  const event = await anEvent(await aSpace(), { state: "proposed", publishedAt: null });
  for (const address of [event.slug, `${event.slug}/activity`, "nulle-part", "A", "%00"]) {
    expect((await call("GET", `/api/v1/events/${address}`)).status, address).toBe(404);
  }
  // Instants that the calendar of the database does not reach, at either end.
  const beyond = ["from=0000-01-01T00:00:00Z", "until=0001-01-01T00:00:00%2B23:00"];
  const unread = ["after=x", "theme=nothing", "limit=0", "from=hier", "lieu=la-cale", ...beyond];
  for (const query of unread) {
    expect((await call("GET", `/api/v1/events?${query}`)).status, query).toBe(400);
  }
});

test("the object for other networks has its own type and shape", async () => {
  const event = await anEvent(await aSpace());
  const { headers, json } = await call("GET", `/api/v1/events/${event.slug}/activity`);
  expect(headers.get("content-type")).toBe("application/activity+json; charset=utf-8");
  expect(activityShape.safeParse(json).error).toBeUndefined();
});
