import { expect, test } from "vitest";
import { readSubject, stoppedAsText, subjectText } from "@/lib/notifications/unsubscribing/rules";
import { stoppedText, topics } from "@/lib/notifications/unsubscribing/schema";

const personId = "0197a5c4-0000-7000-8000-000000000001";

test("what a link says is read back, whatever it stops", () => {
  for (const topic of topics) {
    expect(readSubject(subjectText({ personId, topic }))).toEqual({ personId, topic });
  }
});

test.each([
  null,
  "",
  personId,
  `${personId} essential`,
  `somebody messages`,
  `${personId} messages x`,
])("« %s » says nothing", (text) => {
  expect(readSubject(text)).toBeNull();
});

test("what was stopped goes through an address and back", () => {
  const stopped = [
    { category: "messages", mail: "daily" },
    { category: "community", mail: "weekly" },
  ] as const;
  expect(stoppedText.parse(stoppedAsText([...stopped]))).toEqual(stopped);
});

test.each([
  "",
  "messages",
  "messages:sometimes",
  "essential:now",
  "messages:now,",
  "a".repeat(500),
])("« %s » was never stopped", (text) => {
  expect(stoppedText.safeParse(text).success).toBe(false);
});
