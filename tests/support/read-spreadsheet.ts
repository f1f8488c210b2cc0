import { inflateRawSync } from "node:zlib";

/**
 * What a spreadsheet holds, read by a parser that shares nothing with its writer: the zip by its central
 * directory and Node's own inflate, the XML letter by letter, strictly (a tag left open throws).
 */
export function readSpreadsheet(bytes: Uint8Array) {
  const files = unzipped(Buffer.from(bytes));
  const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? "";
  const root = parsed(textOf("content.xml"));
  return {
    first: files[0],
    names: files.map(({ name }) => name),
    manifest: parsed(textOf("META-INF/manifest.xml")),
    sheets: all(root, "table:table").map((table) => ({
      name: table.attributes["table:name"] ?? "",
      rows: all(table, "table:table-row").map((row) =>
        all(row, "table:table-cell").flatMap((cell) => {
          const times = Number(cell.attributes["table:number-columns-repeated"] ?? 1);
          return Array.from({ length: times }, () => valueOfCell(cell));
        }),
      ),
      formulas: all(table, "table:table-cell").filter((cell) => cell.attributes["table:formula"]),
    })),
  };
}

export type XmlNode = {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
};

function valueOfCell({ attributes, children }: XmlNode): number | string | null {
  const type = attributes["office:value-type"];
  if (type === "float" || type === "percentage") return Number(attributes["office:value"]);
  if (type === "date") return attributes["office:date-value"] ?? null;
  return type === "string" ? children.map(({ text }) => text).join("\n") : null;
}

export function all(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => (child.name === name ? [child] : all(child, name)));
}

/** The files of a zip, by its central directory. */
export function unzipped(zip: Buffer) {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const name = zip.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(data, data + size);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    return {
      name,
      method,
      text: (method === 8 ? inflateRawSync(packed) : packed).toString("utf8"),
    };
  });
}

/** XML read strictly: a tag left open throws. */
export function parsed(xml: string): XmlNode {
  const root: XmlNode = { name: "", attributes: {}, children: [], text: "" };
  const open: XmlNode[] = [root];
  for (const [whole, tag = ""] of xml.matchAll(/<([^<>]+)>|[^<>]+/g)) {
    const parent = open.at(-1);
    if (!parent) throw new Error("more is closed than open");
    if (tag.startsWith("/")) close(open, tag.slice(1));
    else if (!tag) parent.text += unescaped(whole);
    else if (!tag.startsWith("?")) open.push(...childOf(parent, tag));
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is left open`);
  return root;
}

function close(open: XmlNode[], name: string): void {
  if (open.pop()?.name !== name) throw new Error(`${name} closes another`);
}

/** Adds a node; it is open unless it closes itself. */
function childOf(parent: XmlNode, tag: string): XmlNode[] {
  const node = nodeOf(tag);
  parent.children.push(node);
  return tag.endsWith("/") ? [] : [node];
}

function nodeOf(tag: string): XmlNode {
  const attributes = [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [
    key,
    unescaped(value ?? ""),
  ]);
  const name = /^[\w:-]+/.exec(tag)?.[0] ?? "";
  return { name, attributes: Object.fromEntries(attributes), children: [], text: "" };
}

function unescaped(text: string): string {
  const letters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text.replace(/&(\w*);?/g, (whole, name) => {
    const letter = letters[name];
    if (letter === undefined) throw new Error(`${whole} is no entity`);
    return letter;
  });
}
