import { expect, test } from "vitest";
import {
  decideWebhookAddress,
  isGivenUp,
  messageOf,
  secondsOf,
  signedContent,
} from "@/lib/notifications/webhooks/rules";

test.each([
  ["https://exemple.test/crochet", null],
  ["http://exemple.test/crochet", "address_not_secure"],
  ["ftp://exemple.test", "address_invalid"],
  ["https://qui:quoi@exemple.test", "address_invalid"],
  ["exemple.test", "address_invalid"],
  ["javascript:alert(1)", "address_invalid"],
])("the address %s: %s", (address, refusal) => {
  expect(decideWebhookAddress(address, false)).toBe(refusal);
});

test("where everything is invented, plain http will do", () => {
  expect(decideWebhookAddress("http://127.0.0.1:4000/", true)).toBeNull();
});

test("a message says what happened, when, and of what", () => {
  const createdAt = new Date("2026-06-16T06:30:00.500Z");
  const body = messageOf({ kind: "booking.created", createdAt, payload: { id: "b" } });
  expect(JSON.parse(body)).toEqual({
    type: "booking.created",
    timestamp: "2026-06-16T06:30:00.500Z",
    data: { id: "b" },
  });
  expect(secondsOf(createdAt)).toBe(1_781_591_400);
  expect(signedContent("e", createdAt, "{}")).toBe("e.1781591400.{}");
});

test("a message is given up after the last try, or when its address is gone", () => {
  expect(isGivenUp(500, false)).toBe(false);
  expect(isGivenUp(null, true)).toBe(true);
  expect(isGivenUp(410, false)).toBe(true);
});
