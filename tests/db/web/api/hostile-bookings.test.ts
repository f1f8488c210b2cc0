import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aMember } from "@/tests/support/actors";
import { aPlace, call, post, tokenOf } from "@/tests/support/api";

const hostileBodies: [string, unknown][] = [
  ["no JSON", "{"],
  ["an empty body", ""],
  ["a list", []],
  ["null", null],
  ["a text", '"x"'],
  ["deep nesting", "[".repeat(30_000)],
  ["names of the language", '{"__proto__":{"x":1},"constructor":1}'],
  ["a field nobody asked for", { isAdmin: true }],
  ["NUL", { note: "a\0b" }],
  ["a lone surrogate", '{"note":"\\ud800"}'],
  ["other types", { resourceId: { $ne: null }, day: 5, part: ["day"] }],
  ["SQL", { resourceId: "'; DROP TABLE bookings; --", day: "2026-06-16", part: "day" }],
  ["a day that never was", { resourceId: randomUUID(), day: "2026-02-30", part: "day" }],
  ["a year before all", { resourceId: randomUUID(), day: "0001-01-01", part: "day" }],
  [
    "hours of the last year",
    { startsAt: "9999-12-31T23:59:59-14:00", endsAt: "9999-12-31T23:59:59Z" },
  ],
  ["hours without offset", { startsAt: "2026-06-16T09:00:00", endsAt: "2026-06-16T10:00:00" }],
  ["both moments", { day: "2026-06-16", part: "day", startsAt: "2026-06-16T09:00:00Z" }],
];

test.each(hostileBodies)("%s is never an error of the server", async (_what, body) => {
  const { day, resourceId } = await aPlace(1);
  const token = await tokenOf(await aMember());
  const full = typeof body === "object" && body !== null && !Array.isArray(body);
  const sent = full ? { resourceId, day, part: "morning", ...body } : (body ?? "null");
  const made = await post(token, sent);
  expect([400, 404, 422]).toContain(made.status);
  const { json } = await post(token, { resourceId, day, part: "morning" });
  const moved = await call("PATCH", `/api/v1/bookings/${json.id}`, { token, body: body ?? "null" });
  expect([400, 404, 422]).toContain(moved.status);
});

test("what is no JSON is 415, too much of it 413, whether or not its length is said", async () => {
  const token = await tokenOf(await aMember());
  const type = { "content-type": "application/x-www-form-urlencoded" };
  expect((await post(token, "a=b", type)).status).toBe(415);
  const big = JSON.stringify({ note: "x".repeat(70_000) });
  expect((await post(token, big)).status).toBe(413);
  expect((await post(token, big, { "content-length": String(big.length) })).status).toBe(413);
});

test.each(["x", "%00", "1", randomUUID(), "__proto__"])(
  "the booking « %s » is not found",
  async (id) => {
    const token = await tokenOf(await aMember());
    for (const method of ["GET", "DELETE"]) {
      expect(
        (await call(method, `/api/v1/bookings/${encodeURIComponent(id)}`, { token })).status,
      ).toBe(404);
    }
  },
);
