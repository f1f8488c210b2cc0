import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/core/day";
import { aMember } from "@/tests/support/actors";
import { call, tokenOf } from "@/tests/support/api";
import { aSpace } from "@/tests/support/factories";

const tomorrow = () => addDays(dayOf(new Date(), "Europe/Paris"), 1);

test("spaces are listed by page, each once, and are points of a map", async () => {
  const made = [await aSpace(), await aSpace(), await aSpace()];
  const seen: string[] = [];
  let next: string | null = "/api/v1/spaces?limit=2";
  while (next) {
    const { json }: Awaited<ReturnType<typeof call>> = await call("GET", next);
    seen.push(...json.items.map(({ slug }: { slug: string }) => slug));
    next = json.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  for (const { slug } of made) expect(seen).toContain(slug);
  const map = await call("GET", "/api/v1/spaces.geojson");
  expect(map.headers.get("content-type")).toBe("application/geo+json");
  const [feature] = map.json.features;
  expect(feature.geometry.coordinates).toEqual([1.28, 44.47]);
  expect(feature.properties.commune.insee).toBeTruthy();
});

test("a space, its resources and what is free in it are read without a token, from any site", async () => {
  const { slug, desks } = await aSpace();
  const space = await call("GET", `/api/v1/spaces/${slug}`);
  expect(space.json).toMatchObject({ slug, lat: 44.47, lon: 1.28, timeZone: "Europe/Paris" });
  expect(space.json.hours[0]).toMatchObject({ weekday: 1, from: "08:30", until: "12:30" });
  const resources = await call("GET", `/api/v1/spaces/${slug}/resources`);
  expect(resources.json.items.map(({ id }: { id: string }) => id)).toEqual(
    desks.map(({ id }) => id),
  );
  expect(resources.json.items[0]).toMatchObject({ kind: "desk", capacity: 1, horizonDays: 60 });
  const address = `/api/v1/spaces/${slug}/availability?from=${tomorrow()}&days=7`;
  const free = await call("GET", address);
  expect(free.json.resources).toHaveLength(desks.length);
  expect(free.json.resources[0].days).toHaveLength(7);
  for (const answer of [space, resources, free]) {
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  }
});

test("an answer that has not changed is not sent again", async () => {
  const { slug } = await aSpace();
  const address = `/api/v1/spaces/${slug}`;
  const etag = (await call("GET", address)).headers.get("etag") ?? "";
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await call("GET", address, { headers: { "if-none-match": known } });
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
  }
  const changed = await call("GET", address, { headers: { "if-none-match": '"other"' } });
  expect(changed.status).toBe(200);
});

test.each([
  ["GET", "/api/v1/spaces/nulle-part", 404, "not_found"],
  ["GET", "/api/v1/spaces/Nulle_Part", 404, "not_found"],
  ["GET", "/api/v1/spaces/%00", 404, "not_found"],
  ["GET", `/api/v1/spaces/${"a".repeat(5_000)}`, 404, "not_found"],
  ["GET", "/api/v1/spaces/nulle-part/resources", 404, "not_found"],
  ["GET", "/api/v1/spaces/nulle-part/availability?from=2026-06-16", 404, "not_found"],
  ["GET", "/api/v1/spaces/x/availability", 400, "invalid_request"],
  ["GET", "/api/v1/spaces/x/availability?from=2026-02-30", 400, "invalid_request"],
  ["GET", "/api/v1/spaces/x/availability?from=0000-01-01", 400, "invalid_request"],
  ["GET", "/api/v1/spaces/x/availability?from=2026-06-16&days=0", 400, "invalid_request"],
  ["GET", "/api/v1/spaces/x/availability?from=2026-06-16&days=32", 400, "invalid_request"],
  ["GET", "/api/v1/spaces/x/availability?from=2026-06-16&days=1.5", 400, "invalid_request"],
  ["GET", "/api/v1/spaces/x/availability?from=2026-06-16&from=2026-06-17", 400, "invalid_request"],
  ["GET", "/api/v1/spaces?limit=0", 400, "invalid_request"],
  ["GET", "/api/v1/spaces?limit=99999999999999999999", 400, "invalid_request"],
  ["GET", "/api/v1/spaces?after=%27--", 400, "invalid_request"],
  ["GET", "/api/v1/spaces?unknown=1", 400, "invalid_request"],
  ["GET", "/api/v1/spaces?__proto__=1", 400, "invalid_request"],
  ["POST", "/api/v1/spaces", 405, "method_not_allowed"],
  ["DELETE", "/api/v1/spaces.geojson", 405, "method_not_allowed"],
  ["PUT", "/api/v1/spaces/x", 405, "method_not_allowed"],
])("%s %s is refused with %i %s, as a problem", async (method, address, status, code) => {
  const { json, headers, ...answer } = await call(method, address);
  expect([answer.status, json.code, json.status]).toEqual([status, code, status]);
  expect(headers.get("content-type")).toBe("application/problem+json");
  if (status === 405) expect(headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});

test("a problem is written in the reader's language, its code stays", async () => {
  const [french, english] = await Promise.all(
    ["fr", "en"].map((language) =>
      call("GET", "/api/v1/spaces/nulle-part", { headers: { "accept-language": language } }),
    ),
  );
  expect(french?.json.title).toBe("Introuvable");
  expect(english?.json).toMatchObject({ title: "Not found", code: "not_found" });
  expect(french?.json.instance).toMatch(/^urn:uuid:/);
});

test("a page of another site may ask what it may do", async () => {
  const { status, headers } = await call("OPTIONS", "/api/v1/spaces");
  expect(status).toBe(204);
  expect(headers.get("access-control-allow-methods")).toBe("GET, HEAD");
  const bookings = await call("OPTIONS", "/api/v1/bookings");
  expect(bookings.headers.get("access-control-allow-origin")).toBeNull();
});

test("a token that is refused is said so even where none is needed", async () => {
  for (const headers of [{ authorization: "Bearer x" }, { authorization: "Basic eDp5" }]) {
    const answer = await call("GET", "/api/v1/spaces", { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  }
  const token = await tokenOf(await aMember(), []);
  expect((await call("GET", "/api/v1/spaces", { token })).status).toBe(200);
  expect((await call("GET", `/api/v1/bookings/${randomUUID()}`, { token })).status).toBe(403);
});
