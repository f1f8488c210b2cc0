import { expect, test } from "vitest";
import { renderNotification } from "@/lib/notifications/rules";
import { notificationPayloads } from "@/lib/notifications/schema";
import { hostilePayload, plainPayload } from "@/tests/support/hostile-payloads";
import { allHostile, hostileTexts, unstorableTexts } from "@/tests/support/hostile-texts";
import { createdAt } from "@/tests/support/mails";

test("there are at least three hundred hostile texts, each another, none that Postgres cannot hold", () => {
  expect(new Set(hostileTexts).size).toBe(hostileTexts.length);
  expect(hostileTexts.length).toBeGreaterThanOrEqual(300);
  expect(allHostile).not.toContain("\u0000");
  expect(hostileTexts.every((text) => text.isWellFormed())).toBe(true);
  const isStorable = (text: string) => text.isWellFormed() && !text.includes("\u0000");
  expect(unstorableTexts.some(isStorable)).toBe(false);
});

const kinds = Object.keys(notificationPayloads) as (keyof typeof notificationPayloads)[];

/** The elements of a mail in their order: what was typed must add none and change none. */
function elementsOf(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

test.each(kinds)("a mail « %s » full of hostile texts has the elements of a plain one", (kind) => {
  for (const locale of ["fr", "en"]) {
    const render = (payload: unknown) => renderNotification({ kind, locale, createdAt, payload });
    const plain = render(plainPayload(kind));
    const hostile = render(hostilePayload(kind));
    expect(elementsOf(hostile.html)).toEqual(elementsOf(plain.html));
    expect(hostile.html).not.toMatch(/href="(?!https:\/\/cowloting\.example)/);
    // One line: a header is what follows a line break.
    expect(hostile.subject).not.toMatch(/[\r\n]/);
  }
});

test("an element that was typed and not escaped would be seen", () => {
  const plain = "<p>Bonjour</p>";
  expect(elementsOf(plain.replace("Bonjour", hostileTexts[0] ?? ""))).not.toEqual(
    elementsOf(plain),
  );
});
