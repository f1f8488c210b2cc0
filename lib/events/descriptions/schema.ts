/** A piece of a line: text, or text said with weight, or a way out of the page. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "strong" | "emphasis"; children: Inline[] }
  /** http, https or mailto, nothing else. */
  | { kind: "link"; href: string; children: Inline[] };

export type Block =
  | { kind: "paragraph"; children: Inline[] }
  /** `level` as the page has it, below its own headings: 3 to 5, never one skipped. */
  | { kind: "heading"; level: number; children: Inline[] }
  | { kind: "list"; isOrdered: boolean; start: number; items: Block[][] };
