import { expect, test } from "vitest";
import { sessionHandle } from "@/lib/identity/sessions/rules";

test("a session is called by a piece of a digest, not by what is kept of its token", () => {
  const digest = (text: string) => `${"0".repeat(60)}${text}`;
  expect(sessionHandle("hash-of-a-token", digest)).toBe("0".repeat(32));
  expect(sessionHandle("a", (text) => text.padEnd(64, "x"))).not.toBe(
    sessionHandle("b", (text) => text.padEnd(64, "x")),
  );
});
