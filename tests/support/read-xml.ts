const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
const attribute = '[a-zA-Z:]+="(?:[^"<&]|&(?:amp|quot|lt|gt);)*"';
const element = new RegExp(`^<(/?)([a-zA-Z:]+)((?: ${attribute})*)(/?)>$`);

/** A strict little reader of XML: its texts by the path of their elements. Throws where it is none. */
export function readXml(xml: string): [string, string][] {
  const open: string[] = [];
  const texts: [string, string][] = [];
  for (const part of xml.replace(/^<\?xml [^>]*\?>/, "").split(/(<[^<>]*>)/)) {
    const tag = element.exec(part);
    if (tag) walk(open, tag, part);
    else if (textOf(part).trim() !== "") texts.push([open.join("/"), textOf(part)]);
  }
  if (open.length > 0) throw new Error(`${open} is not closed`);
  return texts;
}

function walk(open: string[], [, closes, name = "", , isEmpty]: RegExpExecArray, part: string) {
  if (!closes && !isEmpty) open.push(name);
  if (closes && open.pop() !== name) throw new Error(`${part} closes something else`);
}

function textOf(part: string): string {
  if (/[<>]|&(?!amp;|lt;|gt;|quot;)/.test(part)) throw new Error(`not XML: ${part}`);
  return part.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name] ?? "");
}
