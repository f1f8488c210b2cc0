/** What became of a sending: where it leads, that it waits for the line, that it may not be, that it broke. */
export type SendOutcome =
  | { state: "gone"; to: string }
  | { state: "offline" | "refused" }
  | { state: "failed"; reference: string };

/** Nobody answers, or nobody for now: it is sent again by itself. */
const away = [429, 502, 503, 504];
/** Sent again as it is, it would be refused again. */
const refused = [400, 403, 413];

/** What an answer to the sending means; `said` is its body where it could be read. */
export function sendOutcome(status: number, said: unknown): SendOutcome {
  if (away.includes(status)) return { state: "offline" };
  if (refused.includes(status)) return { state: "refused" };
  const to = textOf(said, "to");
  return status < 300 && to !== ""
    ? { state: "gone", to }
    : { state: "failed", reference: textOf(said, "reference") };
}

function textOf(said: unknown, name: string): string {
  const value: unknown =
    typeof said === "object" && said !== null ? Reflect.get(said, name) : undefined;
  return typeof value === "string" ? value : "";
}
