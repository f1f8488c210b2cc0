import { expect, test } from "vitest";
import { categories } from "@/lib/notifications/choices/schema";
import { decidePush, isPushAddress, pushMessage } from "@/lib/notifications/push/rules";
import { subscribeInput } from "@/lib/notifications/push/schema";

test("a browser is told what it is about and a page of ours, in its reader's language", () => {
  for (const category of categories) {
    for (const locale of ["fr", "en"] as const) {
      const { title, url, ...rest } = JSON.parse(pushMessage(category, locale));
      expect(title.length).toBeGreaterThan(5);
      expect(url).toMatch(/^\/(?:mon-espace|messages)/);
      expect(rest).toEqual({});
    }
  }
  expect(JSON.parse(pushMessage("messages", "fr")).title).toBe("Un message vous attend");
});

test.each([
  [201, "told"],
  [404, "gone"],
  [410, "gone"],
  [429, "again"],
  [503, "again"],
  [400, "given_up"],
  [413, "given_up"],
  [301, "given_up"],
] as const)("an answer %i means %s", (status, outcome) => {
  expect(decidePush({ ok: true, value: { status } })).toBe(outcome);
});

test("an address within is never asked again, one that is away is", () => {
  expect(decidePush({ ok: false, refusal: "address_private" })).toBe("given_up");
  expect(decidePush({ ok: false, refusal: "not_reachable" })).toBe("again");
});

test("a push service is reached over TLS, unless everything is invented", () => {
  expect(isPushAddress("https://push.example/x", false)).toBe(true);
  expect(isPushAddress("http://push.example/x", false)).toBe(false);
  expect(isPushAddress("http://127.0.0.1:4000/x", true)).toBe(true);
});

const point = Buffer.alloc(65, 4).toString("base64url");
const secret = Buffer.alloc(16, 1).toString("base64url");
const endpoint = "https://push.example/abc";

test("a browser gives an address and two keys of their length", () => {
  expect(subscribeInput.safeParse({ endpoint, p256dh: point, auth: secret }).success).toBe(true);
});

test.each([
  ["a key too short", { p256dh: secret }],
  ["a secret too long", { auth: point }],
  ["a key that is none", { p256dh: "é".repeat(87) }],
  ["another kind of address", { endpoint: "javascript:alert(1)" }],
  ["an address too long", { endpoint: `https://push.example/${"a".repeat(1001)}` }],
])("%s is refused", (_name, field) => {
  const given = { endpoint, p256dh: point, auth: secret, ...field };
  expect(subscribeInput.safeParse(given).success).toBe(false);
});
