import { expect, test } from "vitest";
import { writtenIn } from "@/components/events/event-words";

test("what is written in another language than the page says in which, as browsers read it", () => {
  expect(writtenIn("oc", "fr")).toEqual({ lang: "oc" });
  expect(writtenIn("fr", "en")).toEqual({ lang: "fr" });
  expect(writtenIn("fr", "fr")).toEqual({});
  // Signed, it is written in the language of the page.
  expect(writtenIn("fsl", "fr")).toEqual({});
});
