import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EventDescription } from "@/components/events/event-description";
import { plainDescription } from "@/lib/events/descriptions/rules";
import { hostileTexts } from "@/tests/support/hostile-texts";

const drawn = (text: string) => renderToStaticMarkup(EventDescription({ text }));

test("paragraphs and lines are drawn as they were typed", () => {
  expect(drawn("un\ndeux\n\ntrois")).toBe(
    '<div class="prose event-text"><p>un<br/>deux</p><p>trois</p></div>',
  );
  expect(plainDescription("un\ndeux\n\ntrois")).toBe("un\ndeux\ntrois");
});

test("nothing anybody types becomes an element of theirs", () => {
  for (const text of hostileTexts) {
    const tags = drawn(text).match(/<[^>]*>/g) ?? [];
    const others = tags.filter(
      (tag) => !/^<(\/?p|br\/|div class="prose event-text"|\/div)>$/.test(tag),
    );
    expect(others, text).toEqual([]);
  }
});
