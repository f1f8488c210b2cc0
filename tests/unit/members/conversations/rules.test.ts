import { expect, test } from "vitest";
import { excerptOf, isSameMessage, otherOf, pairOf } from "@/lib/members/conversations/rules";

test("the other of a conversation is the other, whoever began it", () => {
  const two = { starterId: "a", otherId: "b" };
  expect([otherOf(two, "a"), otherOf(two, "b")]).toEqual(["b", "a"]);
});

test("a pair has one name, whoever writes to whom", () => {
  expect(pairOf("b", "a")).toBe(pairOf("a", "b"));
  expect(pairOf("a", "c")).not.toBe(pairOf("a", "b"));
});

test("the same words are one message for ten minutes, and only by the same person", () => {
  const at = new Date("2026-06-15T06:00:00Z");
  const last = { senderId: "a", text: "Bonjour", createdAt: at };
  const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  expect(isSameMessage(last, last, after(9))).toBe(true);
  expect(isSameMessage(last, last, after(10))).toBe(false);
  expect(isSameMessage(last, { senderId: "b", text: "Bonjour" }, after(1))).toBe(false);
  expect(isSameMessage(last, { senderId: "a", text: "Bonsoir" }, after(1))).toBe(false);
  expect(isSameMessage(null, last, at)).toBe(false);
});

test("an excerpt is one line, cut with a sign that it goes on", () => {
  expect(excerptOf("Bonjour,\n\nmerci")).toBe("Bonjour, merci");
  const long = excerptOf("mot ".repeat(100));
  expect(long).toHaveLength(140);
  expect(long.endsWith("…")).toBe(true);
});
