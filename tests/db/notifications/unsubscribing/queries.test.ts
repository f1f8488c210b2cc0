import { expect, test } from "vitest";
import { findTopic, stopLinksOf, subjectOf } from "@/lib/notifications/unsubscribing/queries";

const personId = "0197a5c4-0000-7000-8000-000000000001";
const tokenOf = (url: string) => new URL(url).searchParams.get("jeton") ?? "";

test("a mail leads to two addresses, one for the mailbox and one for its reader", () => {
  const { oneClick, page } = stopLinksOf({ personId, topic: "messages" });
  expect(new URL(oneClick).pathname).toBe("/desabonnement/un-clic");
  expect(new URL(page).pathname).toBe("/desabonnement");
  expect(findTopic(tokenOf(page))).toBe("messages");
  expect(subjectOf(tokenOf(oneClick))).toEqual({ personId, topic: "messages" });
});

test("a link changed in a single letter stops nothing", () => {
  const token = tokenOf(stopLinksOf({ personId, topic: "messages" }).page);
  const [written = "", mark = ""] = token.split(".");
  const forged = Buffer.from(`${personId} digest`).toString("base64url");
  const flipped = mark.startsWith("A") ? `B${mark.slice(1)}` : `A${mark.slice(1)}`;
  for (const wrong of [`${forged}.${mark}`, `${written}.${flipped}`, written, "", ".", "x.y.z"]) {
    expect(findTopic(wrong), wrong).toBeNull();
  }
  expect(findTopic(token)).toBe("messages");
});
