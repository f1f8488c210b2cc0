import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { bookingRights, type Standing } from "@/lib/bookings/policy";
import type { Grant } from "@/lib/core/actor";
import { addDays, type Day, weekdayOf } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember, anActor } from "@/tests/support/actors";
import { aPlace, call, post, tokenOf } from "@/tests/support/api";
import { aRoom } from "@/tests/support/factories";

test("a desk is booked, read, found in the list, moved, cancelled, and cancelled again", async () => {
  const { space, day, resourceId } = await aPlace();
  const token = await tokenOf(await aMember());
  const made = await post(token, {
    resourceId,
    day,
    part: "morning",
    note: "près du quai",
  });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    state: "confirmed",
    space: { slug: space.slug, name: space.name },
    resource: { id: resourceId, kind: "desk", name: "Bureau 1" },
    ...{ day, part: "morning", note: "près du quai" },
  });
  const address = made.headers.get("location") ?? "";
  expect(address).toBe(`/api/v1/bookings/${made.json.id}`);
  expect((await call("GET", address, { token })).json).toEqual(made.json);
  const { json } = await call("GET", "/api/v1/bookings", { token });
  expect(json).toEqual({ items: [made.json], next: null });
  const moved = await call("PATCH", address, { token, body: { day, part: "afternoon" } });
  expect([moved.status, moved.json.part]).toEqual([200, "afternoon"]);
  for (const status of [204, 204]) {
    const cancelled = await call("DELETE", address, { token });
    expect([cancelled.status, cancelled.text]).toEqual([status, ""]);
  }
  expect((await call("GET", address, { token })).json.state).toBe("cancelled");
});

test("a room is booked by the hour, its hours with their offset", async () => {
  const { space, day } = await aPlace();
  const room = await aRoom(space);
  const token = await tokenOf(await aMember());
  const at = (hour: number) => `${day}T${String(hour).padStart(2, "0")}:00:00Z`;
  const hours = { startsAt: at(9), endsAt: at(10) };
  const body = { resourceId: room.id, ...hours };
  const made = await post(token, body);
  expect(made.json).toMatchObject({ part: "hours", startsAt: at(9), endsAt: at(10) });
  const longer = await call("PATCH", `/api/v1/bookings/${made.json.id}`, {
    token,
    body: { startsAt: at(9), endsAt: at(11) },
  });
  expect(longer.json).toMatchObject({ endsAt: at(11), sequence: 1 });
  const taken = await post(await tokenOf(await aMember()), body);
  expect([taken.status, taken.json.code]).toEqual([409, "slot_taken"]);
});

test("a place that is taken is a conflict, and each alternative may be sent as it is", async () => {
  const { day, resourceId } = await aPlace();
  await post(await tokenOf(await aMember()), { resourceId, day, part: "day" });
  const token = await tokenOf(await aMember());
  const { status, json } = await post(token, { resourceId, day, part: "day" });
  expect([status, json.code]).toEqual([409, "slot_taken"]);
  expect(json.alternatives.length).toBeGreaterThan(0);
  for (const alternative of json.alternatives) {
    const body = { ...alternative, companions: [] };
    const another = await tokenOf(await aMember());
    const booked = await post(another, body);
    expect(booked.status).toBe(201);
    await call("DELETE", `/api/v1/bookings/${booked.json.id}`, { token: another });
  }
});

test("the rules refuse with their code and 422, one's own other seat with 409", async () => {
  const { day, resourceId, space } = await aPlace();
  const token = await tokenOf(await aMember());
  const far = addDays(day, 300);
  const past = addDays(day, -10);
  for (const [on, code] of [
    [far, "beyond_horizon"],
    [past, "slot_over"],
  ] as [Day, string][]) {
    const { status, json } = await post(token, { resourceId, day: on, part: "day" });
    expect([status, json.code]).toEqual([422, code]);
    expect(json.detail.length).toBeGreaterThan(10);
  }
  await post(token, { resourceId, day, part: "day" });
  const other = space.desks[1]?.id;
  const { status, json } = await post(token, { resourceId: other, day, part: "morning" });
  expect([status, json.code, typeof json.bookingId]).toEqual([409, "already_booked", "string"]);
  const late = await db.booking.findFirstOrThrow({ where: { id: json.bookingId } });
  await db.booking.updateMany({
    where: { id: late.id },
    data: { createdAt: new Date(Date.now() - 86_400_000), day: new Date(`${past}T00:00:00Z`) },
  });
  const refused = await call("DELETE", `/api/v1/bookings/${late.id}`, { token });
  expect([refused.status, refused.json.code]).toEqual([422, "too_late_to_cancel"]);
});

test("the same key answers with the same booking, with another body it is refused", async () => {
  const { day, resourceId, space } = await aPlace();
  const token = await tokenOf(await aMember());
  const headers = { "idempotency-key": `commande nº 1 ${randomUUID()}` };
  const body = { resourceId, day, part: "morning" };
  const answers = await Promise.all([post(token, body, headers), post(token, body, headers)]);
  const again = await post(token, body, headers);
  expect([...answers, again].map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set([...answers, again].map(({ json }) => json.id)).size).toBe(1);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  const elsewhere = await aPlace();
  for (const other of [
    { ...body, part: "afternoon" },
    { ...body, note: "x" },
    { ...body, resourceId: space.desks[1]?.id },
    { ...body, resourceId: elsewhere.resourceId },
  ]) {
    const { status, json } = await post(token, other, headers);
    expect([status, json.code]).toEqual([422, "idempotency_key_reused"]);
  }
  await call("DELETE", `/api/v1/bookings/${again.json.id}`, { token });
  expect((await post(token, body, headers)).json).toMatchObject({
    id: again.json.id,
    state: "cancelled",
  });
  const long = { "idempotency-key": "x".repeat(256) };
  expect((await post(token, body, long)).status).toBe(400);
  expect(await db.booking.count({ where: { resourceId } })).toBe(1);
});

test("a session cookie gives no right, whatever site the request comes from", async () => {
  const { day, resourceId } = await aPlace();
  const headers = {
    cookie: "cowloting.session=anything",
    origin: "https://evil.example",
    "sec-fetch-site": "cross-site",
  };
  for (const site of [headers, { ...headers, "sec-fetch-site": "same-origin" }]) {
    const { status } = await post(undefined, { resourceId, day, part: "morning" }, site);
    expect(status).toBe(401);
  }
  expect(await db.booking.count({ where: { resourceId } })).toBe(0);
});

test("a booking is two statements: whose token, and the place; with its mail and its history", async () => {
  const { day, resourceId } = await aPlace();
  const token = await tokenOf(await aMember());
  // The space is read once by a process, and a token's use noted once an hour.
  await post(token, { resourceId, day, part: "morning" });
  const query = vi.spyOn(pg.Client.prototype, "query");
  const made = await post(token, { resourceId, day, part: "afternoon" });
  const statements = query.mock.calls.map(([statement]) => JSON.stringify(statement));
  query.mockRestore();
  expect(made.status).toBe(201);
  expect(statements).toEqual([
    expect.stringContaining("holder_of_token"),
    expect.stringContaining("take_place"),
  ]);
});

test("a token does what its scopes say", async () => {
  const { day, resourceId } = await aPlace();
  const member = await aMember();
  const [reads, writes] = [
    await tokenOf(member, ["bookings:read"]),
    await tokenOf(member, ["bookings:write"]),
  ];
  const body = { resourceId, day, part: "morning" };
  expect((await post(reads, body)).json).toMatchObject({ status: 403, scope: "bookings:write" });
  const { json } = await post(writes, body);
  const address = `/api/v1/bookings/${json.id}`;
  expect((await call("GET", address, { token: writes })).status).toBe(403);
  expect((await call("GET", address, { token: reads })).status).toBe(200);
  expect((await call("GET", "/api/v1/bookings")).status).toBe(401);
});

const verbs = [
  { verb: "see", method: "GET", done: 200 },
  { verb: "move", method: "PATCH", done: 200 },
  { verb: "cancel", method: "DELETE", done: 204 },
] as const;
const standings: [Standing, (spaceId: string) => Grant[]][] = [
  ["owner", () => []],
  ["host", (spaceId) => [{ role: "host", spaceId }]],
  ["admin", () => [{ role: "admin", spaceId: null }]],
  ["stranger", () => []],
  ["stranger", () => [{ role: "staff", spaceId: null }]],
];

test("who may what is the table of rights, over the API too: role × verb × own, other, other space", async () => {
  const place = await aPlace(1);
  const elsewhere = await aPlace(1);
  for (const verb of verbs) {
    for (const standing of [...standings, hostOfAnother(elsewhere.space.id)]) {
      await expectRight(place, verb, standing);
    }
  }
});

async function expectRight(
  { day, resourceId, space }: Awaited<ReturnType<typeof aPlace>>,
  { verb, method, done }: (typeof verbs)[number],
  [standing, grants]: (typeof standings)[number],
): Promise<void> {
  const ownersToken = await tokenOf(await aMember());
  const { json } = await post(ownersToken, { resourceId, day, part: "morning" });
  const isOwner = standing === "owner";
  const token = isOwner ? ownersToken : await tokenOf(await anActor(grants(space.id)));
  const body = method === "PATCH" ? { day, part: "afternoon" } : undefined;
  const answer = await call(method, `/api/v1/bookings/${json.id}`, { token, body });
  const may = bookingRights[verb].includes(standing);
  expect(answer.status, `${standing} ${verb}`).toBe(may ? done : 404);
  const ended = { state: "cancelled" as const, endedAt: new Date() };
  await db.booking.updateMany({ where: { id: json.id }, data: ended });
}

function hostOfAnother(spaceId: string): [Standing, () => Grant[]] {
  return ["stranger", () => [{ role: "host", spaceId }]];
}

test("the list goes on from one page to the next, and refuses a made-up cursor", async () => {
  const { day, resourceId } = await aPlace(1);
  const token = await tokenOf(await aMember());
  for (let ahead = 0; ahead < 5; ahead += 1) {
    const made = await post(token, { resourceId, day: addDays(day, ahead), part: "day" });
    expect(made.status, String(weekdayOf(day))).toBe(201);
  }
  const seen: string[] = [];
  let next: string | null = "/api/v1/bookings?limit=2";
  while (next) {
    const { json }: Awaited<ReturnType<typeof call>> = await call("GET", next, { token });
    seen.push(...json.items.map((booking: { day: string }) => booking.day));
    next = json.next;
  }
  expect(seen).toEqual([4, 3, 2, 1, 0].map((ahead) => addDays(day, ahead)));
  for (const cursor of ["x", "1.x", `99999999999999999.${randomUUID()}`]) {
    const made = await call("GET", `/api/v1/bookings?after=${cursor}`, { token });
    expect(made.status).toBe(400);
  }
});
