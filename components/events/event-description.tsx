import { createElement, type ReactNode } from "react";
import { readDescription } from "@/lib/events/descriptions/rules";
import type { Block, Inline } from "@/lib/events/descriptions/schema";

type EventDescriptionProps = {
  text: string;
  /** Where it is not written in the language of the page. */
  lang?: string;
};

/** What the organisers wrote, drawn from its parts: no HTML of theirs ever is. */
export function EventDescription({ text, ...written }: EventDescriptionProps) {
  const whole = { className: "prose event-text", ...written };
  return createElement("div", whole, ...drawn(readDescription(text)));
}

function drawn(blocks: readonly Block[]): ReactNode[] {
  return blocks.map((block) => {
    if (block.kind === "paragraph") return createElement("p", null, ...said(block.children));
    if (block.kind === "heading") {
      return createElement(`h${block.level}`, null, ...said(block.children));
    }
    const items = block.items.map((item) => createElement("li", null, ...drawn(item)));
    return block.isOrdered
      ? createElement("ol", { start: block.start }, ...items)
      : createElement("ul", null, ...items);
  });
}

function said(inlines: readonly Inline[]): ReactNode[] {
  return inlines.map(saidOne);
}

function saidOne(inline: Inline): ReactNode {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "break":
      return createElement("br");
    case "link": {
      const way = { href: inline.href, rel: "nofollow ugc noopener" };
      return createElement("a", way, ...said(inline.children));
    }
    case "strong":
      return createElement("strong", null, ...said(inline.children));
    case "emphasis":
      return createElement("em", null, ...said(inline.children));
  }
}
