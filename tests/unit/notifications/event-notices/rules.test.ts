import { expect, test } from "vitest";
import { eventUid } from "@/lib/notifications/event-notices/rules";

test("an event has one name in all calendars of an installation", () => {
  expect(eventUid("01978000", "lieux.test")).toBe("event-01978000@lieux.test");
});
