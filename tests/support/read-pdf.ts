import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

type Node = { role?: string; alt?: string; children?: Node[] };
const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

/** Read by a parser that shares nothing with the writer. */
export async function readPdf(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)),
  );
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  const nodes = trees.flatMap((tree) => (tree ? nodesOf(tree as Node) : []));
  const { info } = await document.getMetadata();
  const text = contents
    .flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : "")))
    .join(" ");
  return {
    pages: pages.length,
    pageTexts: contents.map(({ items }) =>
      items.map((item) => ("str" in item ? item.str : "")).join(" "),
    ),
    text: text.replace(/\s+/g, " "),
    roles: nodes.flatMap(({ role }) => (role ? [role] : [])),
    alts: nodes.flatMap(({ alt }) => (alt ? [alt] : [])),
    info: info as Record<string, unknown>,
  };
}
