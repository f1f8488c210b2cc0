import type { Block, Inline } from "./schema";

/** A description as its page draws it: paragraphs, and lines as they were typed. Never HTML. */
export function readDescription(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => ({ kind: "paragraph", children: linesOf(paragraph) }));
}

/** The same as text, a block a line: for calendars, feeds and search engines. */
export function plainDescription(text: string): string {
  return text.replaceAll(/\n\s*\n/g, "\n").trim();
}

function linesOf(paragraph: string): Inline[] {
  return paragraph
    .split("\n")
    .flatMap((line, place): Inline[] => [
      ...(place > 0 ? [{ kind: "break" as const }] : []),
      { kind: "text", text: line },
    ]);
}
