import fc from "fast-check";
import { expect, test } from "vitest";
import { codeExpiry, isCodeAlive, networkPrefix, sessionExpiry } from "@/lib/identity/rules";

const asked = new Date("2026-06-15T06:00:00Z");
const fresh = { attempts: 0, expiresAt: codeExpiry(asked), usedAt: null };
const minutesLater = (minutes: number) => new Date(asked.getTime() + minutes * 60_000);

test("a code works from the moment it is asked for until the tenth minute, not at it", () => {
  expect(isCodeAlive(fresh, asked)).toBe(true);
  expect(isCodeAlive(fresh, new Date(minutesLater(10).getTime() - 1))).toBe(true);
  expect(isCodeAlive(fresh, minutesLater(10))).toBe(false);
});

test("a code is judged five times and no more", () => {
  expect(isCodeAlive({ ...fresh, attempts: 4 }, asked)).toBe(true);
  expect(isCodeAlive({ ...fresh, attempts: 5 }, asked)).toBe(false);
});

test("a code works once", () => {
  expect(isCodeAlive({ ...fresh, usedAt: asked }, asked)).toBe(false);
});

test("a session ends thirty days later to the millisecond, even across a clock change", () => {
  const beforeAutumnChange = new Date("2026-10-10T06:00:00.123Z");
  expect(sessionExpiry(beforeAutumnChange).toISOString()).toBe("2026-11-09T06:00:00.123Z");
});

test.each([
  ["two machines of one IPv4 network", "203.0.113.7", "203.0.113.250"],
  ["an IPv4 address and the same one written as IPv6", "203.0.113.7", "::ffff:203.0.113.7"],
  ["two machines of one IPv6 household", "2001:db8:12:34::1", "2001:db8:12:ff:aaaa::2"],
  ["a shortened IPv6 address and the same one in full", "2001:db8::1", "2001:db8:0:0:0:0:0:1"],
  ["a shortened IPv6 network and one of its own parts", "2001:db8::1", "2001:db8:0:7::1"],
  ["the same IPv6 address in capitals and with zeros", "2001:db8:a:1::1", "2001:0DB8:000A:1::1"],
  ["two unreadable addresses", "", "somewhere"],
  ["two lines of nonsense that look like IPv6", "a:b:c:d", "x:y:z]@[::1"],
])("%s count together", (_name, one, other) => {
  expect(networkPrefix(one)).toBe(networkPrefix(other));
});

test.each([
  ["two IPv4 networks", "203.0.113.7", "203.0.114.7"],
  ["two IPv6 networks", "2001:db8:12::1", "2001:db8:13::1"],
  ["a network beginning with zeros and another", "::1", "2001:db8::1"],
  ["a readable address and an unreadable one", "203.0.113.7", "somewhere"],
])("%s count apart", (_name, one, other) => {
  expect(networkPrefix(one)).not.toBe(networkPrefix(other));
});

test("whatever text a header holds, it is one network or unknown", () => {
  const huge = fc.constant(`${":".repeat(100_000)}1`);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), huge), (text) => {
      expect(networkPrefix(text)).toMatch(
        /^(unknown|(\d{1,3}\.){2}\d{1,3}|([\da-f]{1,4}:){2}[\da-f]{1,4})$/,
      );
    }),
  );
});
