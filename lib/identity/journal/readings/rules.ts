import { type JournalField, type JournalFilters, journalSearch } from "./schema";

type Query = Partial<Record<string, string | string[] | undefined>>;

export type JournalQuestion = {
  filters: JournalFilters;
  /** As it was typed, for the form. */
  typed: Partial<Record<JournalField, string>>;
  /** Parts that could not be read, and are not filtered by. */
  unreadable: JournalField[];
};

/** What an address asks of the journal; an empty field asks nothing, one that cannot be read is said. */
export function readJournalQuestion(query: Query): JournalQuestion {
  const question: JournalQuestion = { filters: {}, typed: {}, unreadable: [] };
  for (const [name, schema] of Object.entries(journalSearch)) {
    const field = name as JournalField;
    const [text] = [query[field]].flat();
    if (!text) continue;
    question.typed[field] = text.slice(0, 254);
    const read = schema.safeParse(text);
    if (read.success) Object.assign(question.filters, { [field]: read.data });
    else question.unreadable.push(field);
  }
  return question;
}

/** The address of a page or a file of the journal that asks the same. */
export function journalAddress(base: string, filters: JournalFilters): string {
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  return asked.length > 0 ? `${base}?${query}` : base;
}

type Leaf = string | number | boolean | null;
/** One thing that was and is; undefined = nothing was said of it on that side. */
export type JournalDetail = { path: string; before: Leaf | undefined; after: Leaf | undefined };

const mostDetails = 40;
const longestText = 300;
/** No line of ours holds one; a line that would by mistake does not show it. */
const secret = /token|secret|password|code|hash|cookie|mark$|url|email|mail/i;
/** Numbers of rows are no words. */
const rowId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What a line says changed, leaf by leaf, as plain values to put in words: only what differs, without
 * secrets and without the numbers of rows; a list of rows is their count. Forty at most.
 */
export function detailsOf(before: unknown, after: unknown): JournalDetail[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...was.keys(), ...is.keys()])];
  return paths
    .map((path) => ({ path, before: was.get(path), after: is.get(path) }))
    .filter((detail) => detail.before !== detail.after)
    .slice(0, mostDetails);
}

function leavesOf(value: unknown, path = ""): Map<string, Leaf> {
  if (secret.test(path.split(".").at(-1) ?? "")) return new Map();
  if (Array.isArray(value)) return leafAt(path, listText(value));
  if (typeof value === "object" && value !== null) {
    return new Map(
      Object.entries(value).flatMap(([key, each]) => [
        ...leavesOf(each, path ? `${path}.${key}` : key),
      ]),
    );
  }
  return isLeaf(value) ? leafAt(path, value) : new Map();
}

function leafAt(path: string, leaf: Leaf): Map<string, Leaf> {
  if (!path || (typeof leaf === "string" && rowId.test(leaf))) return new Map();
  return new Map([[path, typeof leaf === "string" ? leaf.slice(0, longestText) : leaf]]);
}

function listText(list: unknown[]): Leaf {
  const isPlain = list.every((each) => isLeaf(each) && !rowId.test(String(each)));
  return isPlain ? list.join(", ").slice(0, longestText) : list.length;
}

function isLeaf(value: unknown): value is Leaf {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
