import { expect, test } from "vitest";
import { sendOutcome } from "@/components/surveys/send-outcome";

test("what was sent leads to the page that follows", () => {
  expect(sendOutcome(200, { to: "/enquete/merci/x" })).toEqual({
    ...{ state: "gone", to: "/enquete/merci/x" },
  });
});

test("while nobody can answer it waits, and leaves by itself", () => {
  for (const status of [429, 502, 503, 504]) {
    expect(sendOutcome(status, null)).toEqual({ state: "offline" });
  }
});

test("what is refused is said to be, once: sent again it would be refused again", () => {
  for (const status of [400, 403, 413]) {
    expect(sendOutcome(status, null)).toEqual({ state: "refused" });
  }
});

test("what failed is said with its reference, and is not sent for ever", () => {
  const failed = { state: "failed", reference: "a1b2c3d4" };
  expect(sendOutcome(500, { reference: "a1b2c3d4" })).toEqual(failed);
  for (const [status, said] of [
    ...([
      [500, null],
      [500, "<html>"],
      [404, {}],
      [200, {}],
      [200, { to: 3 }],
    ] as const),
  ]) {
    expect(sendOutcome(status, said)).toEqual({ state: "failed", reference: "" });
  }
});
